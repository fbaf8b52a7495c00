import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { deflateSync, inflateSync } from "node:zlib";
import { hashOf } from "../src/link/sketch.ts";
import { loadPipeline } from "../src/pipeline/load.ts";
import { written } from "../test/support/pdf-source.ts";

const SAMPLES = fileURLToPath(new URL("../samples", import.meta.url));

/**
 * Documents of the samples' mix, from number `first` up to `end`: the samples' folders again and again, each time with names, numbers, years and words of their own, so
 * that they are to one another as the letters of a collection are, while letter and reply still speak of the same. Office documents and scans are left out.
 */
export function writeMix(
  into: string,
  [first, end]: readonly [number, number],
  kinds = /\.(txt|md|html|eml|pdf)$/,
): void {
  mkdirSync(into, { recursive: true });
  const paths = readdirSync(SAMPLES, { recursive: true, encoding: "utf8" })
    .filter((path) => kinds.test(path) && !/about|README/.test(path) && !path.includes("scanned"))
    .sort();
  const kept = wordsOfRules();
  for (let at = first; at < end; at++) {
    const path = paths[at % paths.length]!;
    const round = Math.floor(at / paths.length);
    const reworded = reword(readFileSync(join(SAMPLES, path)), extname(path), other(`${dirname(path)} ${round}`, kept));
    writeFileSync(join(into, `${at}-${basename(path)}`), reworded);
  }
}

/** Gives a word, or a number, of a letter as another letter of the same kind has it, as long as it was. */
type Rewording = (word: string) => string;

/** Words that the shipped rules name at so many places, or more, are those of every letter. */
const OFTEN = 3;

/** The words by which the rules know a letter for what it is: those are the same in all. */
function wordsOfRules(): ReadonlySet<string> {
  const places = new Map<string, number>();
  const gather = (value: unknown, key = ""): void => {
    if (key === "finds" || key === "ignores") return;
    const words = typeof value === "string" ? new Set(value.toLowerCase().match(/\p{L}+/gu)) : [];
    for (const word of words) places.set(word, (places.get(word) ?? 0) + (key === "stop" ? OFTEN : 1));
    if (typeof value === "object" && value !== null)
      for (const [name, each] of Object.entries(value)) gather(each, name);
  };
  gather(JSON.parse(loadPipeline("gla-correspondence").source));
  return new Set([...places].flatMap(([word, count]) => (count < OFTEN ? [] : [word])));
}

/** Letters of about the same width, so that a printed word keeps its shape; few enough that every font has them. */
const ALIKE = ["ace", "dhnou", "ilt", "rs", "123456789"] as const;

/** Letter and reply of one folder and round have the same: names all others, of other words seven of eight, years moved together. */
function other(voice: string, kept: ReadonlySet<string>): Rewording {
  const years = hashOf(voice) % 12;
  return (word) => {
    if (/^(?:19|20)\d\d$/.test(word)) return String(Number(word) - 6 + years);
    const seed = hashOf(`${voice} ${word.toLowerCase()}`);
    if (/^\d\d?(?:st|nd|rd|th)?$/.test(word)) return word;
    if (/\d/.test(word)) return word.replace(/\d/g, (digit, at) => turned(digit, seed >>> at));
    if (word.length < 4 || kept.has(word.toLowerCase()) || (seed % 8 === 0 && !/^\p{Lu}/u.test(word))) return word;
    return word[0] + word.slice(1).replace(/./gu, (letter, at) => turned(letter, seed >>> at));
  };
}

/** A letter like this one. */
function turned(letter: string, by: number): string {
  const among = ALIKE.find((letters) => letters.includes(letter));
  return among ? among[(among.indexOf(letter) + (by & 0xff)) % among.length]! : letter;
}

/** Words and numbers, and what is none: names of headers, tags, signs by name, bytes in hexadecimal. */
const WORD = /^[\w-]+:|<[^@>]*>|&#?\w+;|=[0-9A-F]{2}|[\p{L}\d]*\d[\p{L}\d]*|\p{L}+/gmu;
/** What tells the form of a message, not its content. */
const FORM = /^(?:Content-|MIME-|Received:|Return-Path:| by |-{4,}).*$/;

const reworded = (text: string, rewording: Rewording): string =>
  text.replace(WORD, (word) => (/^[\p{L}\d]+$/u.test(word) ? rewording(word) : word));

function reword(bytes: Buffer, kind: string, rewording: Rewording): Uint8Array {
  if (kind === ".pdf") return rewordPdf(bytes.toString("latin1"), rewording);
  const text = bytes.toString("utf8");
  if (kind !== ".eml") return Buffer.from(reworded(text, rewording));
  // lines that were folded are whole, that no word is two
  const lines = text.replace(/(?<!\?)=\r?\n/g, "").split("\n");
  return Buffer.from(lines.map((line) => (FORM.test(line) ? line : reworded(line, rewording))).join("\n"));
}

/** The PDFs of the samples place each letter by itself, so that another may stand where it was. */
function rewordPdf(file: string, rewording: Rewording): Uint8Array {
  const offsets = [...file.slice(file.lastIndexOf("\nxref")).matchAll(/^(\d{10}) \d{5} n/gm)].map(([, at]) =>
    Number(at),
  );
  const bodies = offsets.map((at) => file.slice(file.indexOf("obj\n", at) + 4, file.indexOf("\nendobj\n", at)));
  const fonts = new Map(
    bodies.flatMap((body, at) => {
      const named = /\/ToUnicode (\d+) 0 R/.exec(body);
      return named ? [[`F${at + 1}`, lettersOf(unpacked(bodies[Number(named[1]) - 1]!))] as const] : [];
    }),
  );
  const trailer = /trailer\s*<<([\s\S]*?)>>/.exec(file.slice(file.lastIndexOf("trailer")))![1]!;
  const moved = bodies.map((body) => {
    const title = body.replace(/(?<=\/Title \()[^)]*/, (words) => reworded(words, rewording));
    const content = /^<<\/Filter \/FlateDecode\n\/Length \d+>> stream\n/.test(body) ? unpacked(body) : "";
    return / T[jJ]$/m.test(content)
      ? packed(content.replace(/^BT$[\s\S]*?^ET$/gm, (line) => rewordLine(line, fonts, rewording)))
      : title;
  });
  return written(moved, trailer.replace(/\/Size \d+/, ""));
}

const unpacked = (body: string): string => inflateSync(streamOf(body)).toString("latin1");
const streamOf = (body: string): Buffer =>
  Buffer.from(body.slice(body.indexOf("stream\n") + 7, body.lastIndexOf("\nendstream")), "latin1");
const packed = (content: string): string => {
  const stream = deflateSync(Buffer.from(content, "latin1")).toString("latin1");
  return `<</Filter /FlateDecode\n/Length ${stream.length}>> stream\n${stream}\nendstream`;
};

/** A font's letters by their numbers, as its map to Unicode has them. */
function lettersOf(map: string): Map<string, string> {
  const letters = new Map<string, string>();
  for (const [, from = "", to = "", first = ""] of map.matchAll(/^<(\w{4})> (?:<(\w{4})> )?<(\w{4})>$/gm))
    for (let at = Number.parseInt(from, 16); at <= Number.parseInt(to || from, 16); at++)
      letters.set(hex(at), String.fromCharCode(Number.parseInt(first, 16) + at - Number.parseInt(from, 16)));
  return letters;
}

const hex = (number: number): string => number.toString(16).toUpperCase().padStart(4, "0");

/** The letters of a line that another has in their place; one that a font does not have stays. */
function rewordLine(line: string, fonts: ReadonlyMap<string, Map<string, string>>, rewording: Rewording): string {
  const letters: { at: number; font: Map<string, string>; letter: string }[] = [];
  let font = new Map<string, string>();
  for (const { index, 1: name, 2: glyphs = "" } of line.matchAll(/\/(F\d+) [\d.]+ Tf|<((?:[\dA-F]{4})+)>/g)) {
    font = fonts.get(name ?? "") ?? font;
    for (let at = 0; at < glyphs.length; at += 4)
      letters.push({ at: index + 1 + at, font, letter: font.get(glyphs.slice(at, at + 4)) ?? " " });
  }
  const words = reworded(letters.map(({ letter }) => letter).join(""), rewording);
  return letters.reduce((whole, { at, font, letter }, place) => {
    const other = words[place] === letter ? undefined : [...font].find(([, each]) => each === words[place])?.[0];
    return other ? whole.slice(0, at) + other + whole.slice(at + 4) : whole;
  }, line);
}
