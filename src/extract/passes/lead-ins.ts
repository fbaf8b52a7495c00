import type { Block, Document } from "../../document/document.ts";
import { oncePer } from "../../document/once.ts";
import { firstEndingAfter } from "../../document/span.ts";
import type { Span } from "../../records/anchor.ts";
import { ItemKind } from "../../records/item.ts";
import { type Candidate, type Hit, letGo, type Sentence } from "../candidate.ts";
import { seeking } from "../cue.ts";
import { hitsIn } from "../hits.ts";
import type { CompiledMarks } from "../marks.ts";
import { partKindOf, type Stretch, stretchesOf } from "../reading.ts";
import { candidateOf } from "../scan.ts";
import type { Pass, PassContext } from "./pass.ts";

/** A lead-in and the list items that it governs. */
type Governed = { leadIn: Span & { of: Candidate }; items: Stretch[] };

/** A sentence that announces a list may stand so far before it, in code units. */
const FAR = 250;

/** Longest bridge ("In particular:") between the asking sentence and its list, in code units. */
const BRIDGE = 60;

/**
 * A sentence that asks, recommends or promises and is followed by a list is no item: each entry of the list is one, and has the
 * sentence as its lead-in. A cue with the role "leads" makes a lead-in only, and falls where no list follows.
 */
export const attachLeadIns: Pass = (all, context) => {
  const candidates = leadStatements(all, context);
  const governed = withoutNested(candidates.flatMap((candidate) => govern(candidate, context)));
  const leads = new Set(governed.map(({ leadIn }) => leadIn.of));
  const taken = new Set(governed.flatMap(({ items }) => items.map((item) => item.block)));
  const rest = candidates.map((candidate) => {
    if (candidate.letGo) return candidate;
    if (leads.has(candidate))
      return letGo(candidate, "lead-in", "it leads in a list; each entry of the list is an item");
    if (onlyLeads(candidate)) return letGo(candidate, "lead-in", "no list follows");
    if (candidate.sentences.some(({ block }) => taken.has(block)))
      return letGo(candidate, "lead-in", "it is in an entry of a list that a lead-in governs");
    return candidate;
  });
  return [...rest, ...governed.flatMap((each) => entries(each, context))];
};

/** A sentence that ends with a colon right above what is set out ("Within three months, the Trust should:") is the lead-in of each statement. */
function leadStatements(candidates: readonly Candidate[], context: PassContext): Candidate[] {
  const leads = new Map(candidates.map((candidate) => [candidate, statementsBelow(candidate, context)]));
  const leadIns = new Map([...leads].flatMap(([{ start, end }, below]) => below.map((at) => [at, { start, end }])));
  return candidates.map((candidate) => {
    if (leads.get(candidate)!.length > 0) return letGo(candidate, "lead-in", "it leads in statements; each is an item");
    const leadIn = leadIns.get(candidate.sentences[0]!.segment);
    return leadIn ? { ...candidate, leadIn } : candidate;
  });
}

/** The segments of the statements that follow a candidate without anything between. */
function statementsBelow(candidate: Candidate, { document, structure }: PassContext): number[] {
  const { segments } = structure;
  const { segment, block } = candidate.sentences.at(-1)!;
  const said = document.text.slice(candidate.start, document.blocks[block]!.end).trimEnd();
  if (candidate.letGo || segments[segment]!.kind === "statement" || !said.endsWith(":")) return [];
  const below: number[] = [];
  for (let at = segment + 1, next = block + 1; segments[at]?.kind === "statement"; at++) {
    if (firstEndingAfter(document.blocks, segments[at]!.start) !== next) break;
    below.push(at);
    next = firstEndingAfter(document.blocks, segments[at]!.end - 1) + 1;
  }
  return below;
}

/** "RESOLVED:", and under it "That the Panel:" with entries of its own: what only announces a list leaves to the nearer lead-in what that one governs. */
function withoutNested(governed: readonly Governed[]): Governed[] {
  const byHead = new Map(governed.map((each) => [each.leadIn.of.sentences.at(-1)!.block, each]));
  return governed.flatMap((each) => {
    if (!onlyLeads(each.leadIn.of)) return [each];
    const nested = new Set(
      each.items.flatMap(({ block }) => {
        const nearer = byHead.get(block);
        return nearer ? [block, ...nearer.items.map((item) => item.block)] : [];
      }),
    );
    const items = each.items.filter(({ block }) => !nested.has(block));
    return items.length > 0 ? [{ ...each, items }] : [];
  });
}

const onlyLeads = ({ hits }: Candidate): boolean => hits.length > 0 && hits.every(({ cue }) => cue.role === "leads");

function govern(candidate: Candidate, context: PassContext): Governed[] {
  const { document, structure } = context;
  const last = candidate.sentences.at(-1)!;
  if (candidate.letGo || !asksItself(candidate) || candidate.sentences[0]!.block !== last.block) return [];
  const stretches = stretchesOf(document, structure, last.segment);
  const at = firstEndingAfter(stretches, last.start);
  const said = document.text.slice(candidate.start, last.end);
  const items = listAfter(stretches, at, context);
  if (items.length === 0) {
    const below = announcesQuestions(candidate) ? numberedBelow(stretches, at, document) : [];
    return below.length > 0
      ? [{ leadIn: { of: candidate, start: candidate.start, end: candidate.end }, items: below }]
      : [];
  }
  const rest = document.text.slice(last.end, stretches[at]!.end).trim();
  const announces = candidate.hits.some(({ cue }) => cue.role === "leads");
  const bridged =
    candidate.kind === "ask" &&
    ((rest.endsWith(":") && rest.length < BRIDGE) || (announces && rest !== "" && rest.length < FAR));
  if (!bridged && (rest !== "" || !(announces || isOpen(said)))) return [];
  return [
    { leadIn: { of: candidate, start: candidate.start, end: bridged ? stretches[at]!.end : candidate.end }, items },
  ];
}

/** "… a response to the questions below by 4 May": it leads in the points that are numbered further down, whatever headings part them. */
const announcesQuestions = ({ kind, hits }: Candidate): boolean =>
  kind === "ask" && hits.some(({ cue }) => cue.role === "leads" && cue.weight > 0);

/** The points of a list that runs on from 1 through the rest of a segment; none where there are fewer than two. */
function numberedBelow(stretches: readonly Stretch[], at: number, { blocks }: Document): Stretch[] {
  const found: Stretch[] = [];
  for (const stretch of stretches.slice(at + 1)) {
    const { kind, label } = blocks[stretch.block]!;
    if (kind === "list-item" && Number.parseInt(label ?? "", 10) === found.length + 1) found.push(stretch);
  }
  return found.length > 1 ? found : [];
}

/** Words that only announce a list have no weight of their own: they make a lead-in of a sentence that asks or promises, not of any. */
const asksItself = ({ hits }: Candidate): boolean => hits.some(({ cue }) => cue.weight > 0);

/** A sentence that does not end: with a colon, a dash, or nothing. An entry that the next one follows ("…; and") leads nothing in. */
const isOpen = (said: string): boolean => /[:\-–—]$/.test(said) || !/[.?!”"’)]$|;(?:\s+(?:and|or))?$/.test(said);

/** The entries below a lead-in: printed as a list, or else, under a colon, two or more paragraphs that are no sentences. */
function listAfter(stretches: readonly Stretch[], at: number, { document, marks }: PassContext): Stretch[] {
  const own = document.blocks[stretches[at]!.block]!;
  const wordsOf = ({ start, end }: Span) => document.text.slice(start, end);
  const said = wordsOf(stretches[at]!).trimEnd();
  const next = stretches[at + 1];
  if (next && isNextTo(own.label, document.blocks[next.block]!.label)) return [];
  if (isUnderAnotherHeading(document, stretches[at]!, next) && /[.?!]["'”’)]*$/.test(said)) return [];
  const run = (isOne: (block: Block) => boolean) => {
    const goesOn = (index: number) => {
      const each = stretches[index]!;
      const block = document.blocks[each.block]!;
      if (!isOne(block) || isNextTo(own.label, block.label)) return false;
      return index === at + 1 || !isUnderAnotherHeading(document, stretches[index - 1]!, each);
    };
    let end = at + 1;
    while (end < stretches.length && goesOn(end)) end++;
    return stretches.slice(at + 1, end);
  };
  const printed = run(
    (block) =>
      (isEntry(block) || isBelow(block, own) || (block.kind === "paragraph" && marks.entry.test(wordsOf(block)))) &&
      (own.kind !== "list-item" || block.level > own.level || (said.endsWith(":") && isPointOf(block, own))),
  );
  if (printed.length > 0 || !said.endsWith(":")) return printed;
  const loose = run((block) => block.kind === "paragraph" && marks["loose-entry"].test(wordsOf(block)));
  return loose.length > 1 ? loose : [];
}

/** Bullets and letters belong to the number that stands over them, however deep they are printed. */
const isPointOf = ({ label }: Block, own: Block): boolean => /\d/.test(own.label ?? "") && !/\d/.test(label ?? "");

/** "c)" after "b)", "4." after "3.": the next point of the same list, which no point before it governs. */
function isNextTo(before: string | null, after: string | null): boolean {
  const [one, other] = [before, after].map((label) => /^\(?([a-z]|\d{1,3})[.)]$/i.exec(label ?? "")?.[1]);
  if (!one || !other) return false;
  return /\d/.test(one) ? Number(other) === Number(one) + 1 : other.charCodeAt(0) === one.charCodeAt(0) + 1;
}

/** Whether a heading parts two stretches. */
const isUnderAnotherHeading = (document: Document, above: Stretch, below: Stretch | undefined): boolean =>
  headingAfter(document)[above.block]! < (below?.block ?? document.blocks.length);

/** For each block the index of the next heading after it; the number of blocks where none is. */
const headingAfter = oncePer(({ blocks }: Document): number[] => {
  const after: number[] = new Array(blocks.length);
  let next = blocks.length;
  for (let at = blocks.length - 1; at >= 0; at--) {
    after[at] = next;
    if (["heading", "title"].includes(blocks[at]!.kind)) next = at;
  }
  return after;
});

/** "5.1" under "5", or under a lead-in without a number. */
const isBelow = ({ label }: Block, own: Block): boolean =>
  label !== null && /^\d{1,2}(?:\.\d{1,2})+\.?$/.test(label) && depth(label) > depth(own.label ?? "");

const depth = (label: string): number => label.replace(/\.$/, "").split(".").length;

/** What a lead-in can govern: a list item, or a paragraph with a letter or a plain number before it. */
const isEntry = (block: Block): boolean =>
  block.kind === "list-item" || /^\(?(?:[a-z]|[ivx]{1,5}|\d{1,2})[.)]$/i.test(block.label ?? "");

/** Where the lead-in names the body that is to act ("recommends that the Mayor:"), the entries are points of one recommendation. */
function entries(governed: Governed, context: PassContext): Candidate[] {
  const { leadIn, items } = governed;
  const announces = leadIn.of.hits.some(({ cue }) => cue.role === "leads");
  if (leadIn.of.kind !== "recommendation" || announces) return oneByOne(governed, context);
  const sentences = items.flatMap((item) => item.sentences());
  return [candidateOf("recommendation", [...leadIn.of.sentences, ...sentences], leadIn.of.hits)];
}

/** One candidate an entry; deeper entries belong to the one above them. */
function oneByOne({ leadIn, items }: Governed, { document, structure, cues, marks }: PassContext): Candidate[] {
  const seeks = seeking(partKindOf(structure, items[0]!.segment), ["finds"], ["sentence", "entry"]);
  return entryGroups(document, items).flatMap((sentences) => {
    const looks = sentences.map((sentence) => ({ sentence, seeks }));
    const hits = hitsIn(document, looks, cues.finding)
      .flat()
      .filter(({ quoted }) => !quoted);
    return ItemKind.options.flatMap((kind) => {
      const own = hits.filter(({ cue }) => cue.kind === kind);
      if (kind === leadIn.of.kind) return [entry(leadIn, sentences, own, marks)];
      return own.length > 0 ? [candidateOf(kind, promiseOf(sentences, own), own)] : [];
    });
  });
}

/** An entry as its lead-in means it. */
function entry(
  leadIn: Governed["leadIn"],
  sentences: readonly Sentence[],
  own: readonly Hit[],
  marks: CompiledMarks,
): Candidate {
  const { kind, hits } = leadIn.of;
  const said = kind === "undertaking" ? promiseOf(sentences, own) : sentences;
  const { start, end } = leadIn;
  return {
    ...candidateOf(kind, said, [...own, ...hits]),
    form: marks["question-entry"].test(said[0]!.masked) ? "question" : null,
    leadIn: { start, end },
    features: ["under-lead-in"],
  };
}

function entryGroups(document: Document, items: readonly Stretch[]): Sentence[][] {
  const level = document.blocks[items[0]!.block]!.level;
  const groups: Sentence[][] = [];
  for (const item of items) {
    const sentences = item.sentences();
    if (document.blocks[item.block]!.level <= level || groups.length === 0) groups.push([...sentences]);
    else groups.at(-1)!.push(...sentences);
  }
  return groups.filter((sentences) => sentences.length > 0);
}

/** An entry of agreed actions that also explains is quoted by its promising sentence alone. */
function promiseOf(sentences: readonly Sentence[], hits: readonly Hit[]): readonly Sentence[] {
  const promising = sentences.find(({ start, end }) => hits.some(({ at }) => at.start >= start && at.end <= end));
  return promising ? [promising] : sentences.slice(0, 1);
}
