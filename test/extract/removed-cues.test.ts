import { describe, expect, it } from "vitest";
import { loadPipeline } from "../../src/pipeline/load.ts";
import { ItemKind } from "../../src/records/item.ts";
import { wordedIn } from "../support/read-items.ts";

const { cues } = loadPipeline("gla-correspondence").extract;

/** Every example of every cue that finds items of a kind: each a sentence of some writer. */
const examplesOf = (kind: ItemKind): string[] =>
  cues
    .filter((cue) => cue.kind === kind && cue.role === "finds" && cue.on === "sentence")
    .flatMap(({ finds }) => finds);

const SPEAKERS = ["One resident wrote", "The note says", "Their letter of May began", "She had written"];
const QUOTES = ["“”", '""', "‘’"];
const REPORTS = ["In March she asked whether", "They had wondered if", "Last year members asked whether"];

/** One of some frames for each example, in turn. */
const turn = <T>(frames: readonly T[], at: number): T => frames[at % frames.length]!;

const quoted = (words: string, at: number): string => {
  const [open, close] = turn(QUOTES, at);
  return `It rained. ${turn(SPEAKERS, at)}, ${open}${words.replace(/["“”‘’']/g, "")}${close}`;
};

/** Numbers and marks of role are no part of what somebody says. */
const reported = (words: string, at: number): string => {
  const said = words.replace(/^[\W\d]+/, "").replace(/(?:\s*\(\p{L}+[^)]*\))?[?:.]*\s*$/u, "");
  return `It rained. ${turn(REPORTS, at)} ${said.charAt(0).toLowerCase()}${said.slice(1)}.`;
};

describe.each(ItemKind.options)("what finds an item of the kind %s", (kind) => {
  it.each([
    { frame: "in quotation marks", framed: quoted },
    { frame: "in a report of what was asked before", framed: reported },
  ])("finds none $frame", ({ framed }) => {
    const texts = examplesOf(kind).map(framed);
    expect(texts.filter((text) => wordedIn(text, "letter", "prose", kind).length > 0)).toEqual([]);
  });
});
