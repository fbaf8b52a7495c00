import type { Block, BlockKind, Document, Mark } from "../../src/document/document.ts";

type Draft = Omit<Block, "start" | "end" | "body" | "bold" | "italic"> & { words: string };
type Group = { number: number | null; kind: Block["groupKind"] };

const PLAIN = { label: null, level: 0, group: null, groupKind: null, cell: null } as const;
/** Printed labels that open a paragraph, an item or a note: "8.12", "3.", "(a)", "(a)(iv)", "a)". */
const LABEL = /^((?:\d+(?:\.\d+)+|\d+[.)]|(?:\([0-9a-z]{1,4}\))+|[a-z]\))\s+)(?=\S)/;

/**
 * A document for a test, from a tiny notation. Blank lines part blocks; lines of one block stay lines of it.
 *
 * `# words` title · `## words` heading of level 2 (and so on) · `- words` list item (two spaces more for each depth) ·
 * `> words` block quotation · `= words` box · `| a | b |` table row (a header where `|---|` follows) · `^1 words` note ·
 * a first word such as `8.12`, `(a)` or `3.` is a printed label · `**words**` bold and `_words_` italic, alone or in a line ·
 * `---8<---` page end
 */
export function makeDocument(notation: string, over: Partial<Document> = {}): Document {
  const { drafts, pageEnds } = readNotation(notation);
  const blocks: Block[] = [];
  const marks: Mark[] = [];
  const pageStarts: number[] = [0];
  let text = "";
  drafts.forEach((draft, index) => {
    const before = blocks.at(-1);
    if (before) text += tight(before, draft) ? "\n" : "\n\n";
    if (pageEnds.includes(index)) pageStarts.push(text.length);
    const start = text.length;
    const { words, found } = readMarks(draft.words, start);
    text += words;
    marks.push(...found);
    const whole = (kind: Mark["kind"]) => found.some((m) => m.kind === kind && m.end - m.start === words.length);
    const { words: _, ...rest } = draft;
    const printed = draft.kind === "title" || draft.kind === "heading" ? null : LABEL.exec(words);
    blocks.push({
      ...rest,
      start,
      end: text.length,
      body: start + (printed ? printed[1]!.length : 0),
      label: printed ? printed[1]!.trim() : rest.label,
      bold: whole("bold"),
      italic: whole("italic"),
    });
  });
  const pages = pageEnds.length === 0 ? [] : pagesOf(pageStarts, text.length);
  return { ...EMPTY, title: titleOf(drafts), text, blocks, marks, pages, ...over };
}

const EMPTY: Document = {
  id: "0".repeat(64),
  name: "made.txt",
  mediaType: "text/plain",
  title: null,
  language: "en",
  text: "",
  blocks: [],
  marks: [],
  pages: [],
  glyphs: [],
  sourceRuns: [],
  metadata: {},
  findings: [],
};

const titleOf = (drafts: readonly Draft[]) => drafts.find((draft) => draft.kind === "title")?.words ?? null;

const pagesOf = (starts: readonly number[], end: number) =>
  starts.map((start, index) => ({
    number: index + 1,
    start,
    end: starts[index + 1] ?? end,
    width: 595,
    height: 842,
    ocr: false,
  }));

const tight = (before: Block, draft: Draft) =>
  before.group !== null && before.group === draft.group && (draft.kind === "list-item" || draft.kind === "cell");

function readNotation(notation: string): { drafts: Draft[]; pageEnds: number[] } {
  const drafts: Draft[] = [];
  const pageEnds: number[] = [];
  let group: Group = { number: null, kind: null };
  let groups = 0;
  const inGroup = (kind: Block["groupKind"]) => {
    if (group.kind !== kind) group = { number: groups++, kind };
    return { group: group.number, groupKind: kind };
  };
  for (const chunk of notation.replace(/^\n+|\s+$/g, "").split(/\n[ \t]*\n/)) {
    const lines = chunk.split("\n");
    if (!/^\s*[-|>=]\s/.test(lines[0]!)) group = { number: null, kind: null };
    for (const entry of entriesOf(lines)) {
      if (entry === "---8<---") pageEnds.push(drafts.length);
      else if (/^\|/.test(entry)) drafts.push(...cellsOf(entry, drafts, inGroup("table")));
      else drafts.push(draftOf(entry, inGroup));
    }
  }
  return { drafts, pageEnds };
}

/** The lines of a chunk, with lines that go on with the block above joined to it. */
function entriesOf(lines: readonly string[]): string[] {
  const out: string[] = [];
  for (const line of lines) {
    const opens = /^(\s*- |[#>=^|]|---8<---)/.test(line) || out.length === 0;
    if (opens) out.push(line);
    else out[out.length - 1] += `\n${line.trim()}`;
  }
  return out;
}

function draftOf(entry: string, inGroup: (kind: Block["groupKind"]) => Pick<Block, "group" | "groupKind">): Draft {
  const [, sign = "", rest = ""] = /^(#+ |\s*- |> |= |\^)?(.*)$/s.exec(entry)!;
  const draft = (kind: BlockKind, more: Partial<Draft> = {}): Draft => ({
    ...PLAIN,
    kind,
    words: rest.trim(),
    ...more,
  });
  if (sign === "# ") return draft("title");
  if (sign.startsWith("#")) return draft("heading", { level: sign.length - 1 });
  if (sign.endsWith("- ")) return draft("list-item", { level: sign.length / 2, ...inGroup("list") });
  if (sign === "> ") return draft("quotation", inGroup("quotation"));
  if (sign === "= ") return draft("paragraph", inGroup("box"));
  if (sign === "^") {
    const [, label, words] = /^(\S+)\s+(.*)$/s.exec(rest)!;
    return draft("note", { label: label!, words: words! });
  }
  return draft("paragraph");
}

function cellsOf(entry: string, before: Draft[], group: Pick<Block, "group" | "groupKind">): Draft[] {
  const texts = entry
    .replace(/^\||\|$/g, "")
    .split("|")
    .map((cell) => cell.trim());
  const own = before.filter((draft) => draft.kind === "cell" && draft.group === group.group);
  const row = (own.at(-1)?.cell?.row ?? -1) + 1;
  if (texts.every((cell) => /^-+$/.test(cell))) {
    for (const draft of own) draft.cell = { ...draft.cell!, header: true };
    return [];
  }
  return texts.flatMap((words, column): Draft[] =>
    words === "" ? [] : [{ ...PLAIN, kind: "cell", words, ...group, cell: { row, column, header: false } }],
  );
}

/** Takes the signs of bold and italic out of the words and says where they stood. */
function readMarks(words: string, offset: number): { words: string; found: Mark[] } {
  const found: Mark[] = [];
  let out = "";
  let at = 0;
  for (const match of words.matchAll(/\*\*([^*]+)\*\*|(?<!\w)_([^_]+)_(?!\w)/g)) {
    out += words.slice(at, match.index);
    const inner = match[1] ?? match[2]!;
    const start = offset + out.length;
    out += inner;
    found.push({ kind: match[1] ? "bold" : "italic", start, end: offset + out.length, target: null });
    at = match.index + match[0].length;
  }
  return { words: out + words.slice(at), found };
}
