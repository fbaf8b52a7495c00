import { verdictOf } from "../../src/link/outcome.ts";
import { answered } from "../../src/link/question.ts";
import { unitsOf } from "../../src/link/unit.ts";
import { wantOf } from "../../src/link/want.ts";
import { loadPipeline } from "../../src/pipeline/load.ts";
import type { Item } from "../../src/records/item.ts";
import { makeExtracted } from "./make-extracted.ts";

const { link } = loadPipeline("gla-correspondence");

/** One thing asked and one reply to it, with the outcome that a careful reader gives. */
export type ReplyCase = { kind: Item["kind"]; asked: string; outcome: string; reply: string };

/** Cases of a table: a line "ask: …" or "recommendation: …", and under it, indented, lines "OUTCOME: the reply". */
export function replyCases(table: string): ReplyCase[] {
  const lines = table.split("\n").flatMap((line) => {
    const found = /^( *)([a-z-]+): (.+)$/.exec(line);
    return found ? [{ indent: found[1]!, name: found[2]!, words: found[3]! }] : [];
  });
  return lines.flatMap(({ indent, name, words }, at) => {
    if (indent === "") return [];
    const asked = lines.slice(0, at).findLast((line) => line.indent === "")!;
    return [{ kind: asked.name as Item["kind"], asked: asked.words, outcome: name, reply: words }];
  });
}

/** The outcome that the shipped rules give a reply that stands alone. */
export function outcomeOfReply({ kind, asked, reply }: Omit<ReplyCase, "outcome">): string {
  const want = wantOf({ kind, anchor: { exact: asked } as Item["anchor"], leadIn: null }, link);
  const units = unitsOf(makeExtracted(reply, { parts: [{ kind: "reply" }] }), link);
  const silent = kind === "recommendation" ? "partly-accepted" : "answered";
  const manners = units.map(({ manner }) => manner);
  return verdictOf(manners, want, silent, answered(asked, units, link)).outcome;
}
