import { once } from "../document/once.ts";
import { firstEndingAfter, overlaps } from "../document/span.ts";
import type { Segment } from "../document/structure.ts";
import type { Span } from "../records/anchor.ts";
import type { Asked } from "./asked.ts";
import { exchangesIn } from "./exchange.ts";
import type { ExtractedDocument } from "./extracted.ts";
import type { LinkRules } from "./rules.ts";
import { coverage, type Terms, termsOf } from "./words.ts";

/** A place where a text sets out what was asked in order to answer it, and the stretches that answer it there. */
export type Restatement = Span & {
  terms: () => Terms;
  label: string | null;
  answers: readonly Span[];
  /** Whether an answer belongs under it even where none is printed: in a response, and where most of its fellows have one. */
  answerable: boolean;
  /** Set out in running text: the paragraph after it answers it, those after that may. */
  loose: boolean;
  /** The only statement of a letter: headings under it part its answer, and name no other matter. */
  alone: boolean;
};

/**
 * The restatements of a document: statements and questions of its structure, items set out again elsewhere, paragraphs that take turns with
 * their answers, and places where `setOut` says that what others asked stands.
 */
export function restatementsIn(
  extracted: ExtractedDocument,
  rules: LinkRules,
  setOut: readonly Span[] = [],
): Restatement[] {
  const put = exchangesIn(extracted, rules);
  const stated = statedIn(extracted, rules).filter(
    (each) => each.answers.length > 0 || !put.some((span) => overlaps(span, each)),
  );
  const isKnown = ({ start }: Span) => stated.some((each) => each.start <= start && start < each.end);
  const again = extracted.items.flatMap(({ restated, anchor, label }) =>
    restated && !isKnown(anchor) ? [{ start: anchor.start, end: anchor.end, label }] : [],
  );
  const found = put.filter((span) => !isKnown(span) && !again.some((each) => overlaps(each, span)));
  const others = setOut.filter((span) => !isKnown(span) && ![...again, ...found].some((each) => overlaps(each, span)));
  const loose = [...again, ...[...found, ...others].map(({ start, end }) => ({ start, end, label: null }))];
  const starts = [...stated, ...loose].map((each) => each.start).sort((x, y) => x - y);
  const told = loose.map((place) => ({
    ...place,
    terms: once(() => termsOf(extracted.document.text.slice(place.start, place.end), rules)),
    answers: belowOf(place, starts, extracted),
    answerable: true,
    loose: true,
    alone: false,
  }));
  return sharedBelow(
    [...stated, ...told].sort((x, y) => x.start - y.start),
    extracted.document.text,
  );
}

function statedIn(extracted: ExtractedDocument, rules: LinkRules): Restatement[] {
  const { document, structure } = extracted;
  const { segments } = structure;
  const kinds = new Map(structure.parts.map((part) => [part.id, part.kind]));
  const answersTo = answeringSegments(extracted);
  const usual = partsThatAnswer(segments, answersTo);
  const ofPart = Map.groupBy(
    segments.filter(({ kind }) => kind === "statement"),
    ({ part }) => part,
  );
  return segments.flatMap((segment, index): Restatement[] => {
    if (segment.kind !== "statement" && segment.kind !== "question") return [];
    return [
      {
        start: segment.start,
        end: segment.end,
        terms: once(() => termsOf(document.text.slice(segment.start, segment.end), rules)),
        label: segment.label,
        answers: (answersTo.get(index) ?? []).map((each) => segments[each]!),
        answerable: segment.kind === "statement" && (kinds.get(segment.part) === "response" || usual.has(segment.part)),
        loose: false,
        alone: kinds.get(segment.part) === "reply" && ofPart.get(segment.part)?.length === 1,
      },
    ];
  });
}

/** So many statements of a part must be answered to show that it answers statements. */
const SEVERAL = 2;

/** The parts of whose statements most, and several, are answered: one without an answer has been left out. */
function partsThatAnswer(segments: readonly Segment[], answersTo: ReadonlyMap<number, number[]>): Set<string> {
  const statements = [...segments.keys()].filter((index) => segments[index]!.kind === "statement");
  const parts = Map.groupBy(statements, (index) => segments[index]!.part);
  const answers = ([, own]: [string, number[]]) => {
    const count = own.filter((index) => answersTo.has(index)).length;
    return count >= SEVERAL && count * 2 > own.length;
  };
  return new Set([...parts].filter(answers).map(([part]) => part));
}

/** What stands below words set out in running text, up to the next: the paragraph that follows them, and those after that. */
function belowOf({ start, end }: Span, starts: readonly number[], { document, structure }: ExtractedDocument): Span[] {
  const part = structure.parts.findLast((each) => each.anchor.start <= start);
  const last = starts.find((other) => other > start) ?? part?.anchor.end ?? document.text.length;
  const { blocks } = document;
  let at = firstEndingAfter(blocks, end);
  while (blocks[at]?.kind === "heading") at++;
  const next = blocks[at];
  const near = next ? Math.min(last, next.end) : last;
  return last <= end
    ? []
    : [
        { start: end, end: near },
        { start: near, end: last },
      ];
}

/** Words set out one after the other, with nothing but numbers between, are answered together. */
function sharedBelow(restatements: readonly Restatement[], text: string): Restatement[] {
  const out = [...restatements];
  for (let at = out.length - 2; at >= 0; at--) {
    const [own, next] = [out[at]!, out[at + 1]!];
    const together = own.loose && next.loose && !/\p{L}/u.test(text.slice(own.end, next.start));
    if (together) out[at] = { ...own, answers: next.answers };
  }
  return out;
}

/** For each segment that is answered, the indexes of the segments that answer it. */
function answeringSegments({ structure }: ExtractedDocument): Map<number, number[]> {
  const out = new Map<number, number[]>();
  structure.segments.forEach((segment, index) => {
    for (const answered of segment.answers) out.set(answered, [...(out.get(answered) ?? []), index]);
  });
  return out;
}

/** How alike an item and a restatement must be in words to be the same; labels alone are printed by everyone. */
const ALIKE = 0.6;
const ALIKE_WITH_LABEL = 0.3;

/**
 * Which restatement sets out which item of another document: by wording, helped by the label, best pairs first, one to one.
 * Indexes of `asked` to indexes of `restatements`.
 */
export function matchRestatements(asked: readonly Asked[], restatements: readonly Restatement[]): Map<number, number> {
  const pairs = asked.flatMap(({ item, own }, a) =>
    restatements.flatMap((restatement, r) => {
      const label = sameLabel(item.label, restatement.label);
      const alike = label ? ALIKE_WITH_LABEL : ALIKE;
      const covered = coverage(own, restatement.terms());
      // most pairs are of two matters: however much of the other were covered, it would not do
      if (!label && (covered + 1) / 2 < alike) return [];
      const words = (covered + coverage(restatement.terms(), own)) / 2;
      if (words < alike && !(label && restatement.terms().size === 0)) return [];
      return [{ a, r, score: words + (label ? 0.3 : 0) }];
    }),
  );
  pairs.sort((x, y) => y.score - x.score || x.a - y.a || x.r - y.r);
  const out = new Map<number, number>();
  const taken = new Set<number>();
  for (const { a, r } of pairs) {
    if (out.has(a) || taken.has(r)) continue;
    out.set(a, r);
    taken.add(r);
  }
  return out;
}

/** Whether two printed labels are one: "8.12", "8.12." and "Recommendation 8.12" are. */
export function sameLabel(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && bare(a) === bare(b);
}

const bare = (label: string): string =>
  label
    .toLowerCase()
    .replace(/^[a-z]+\s+(?=\d)/, "")
    .replace(/[^a-z0-9.]/g, "")
    .replace(/\.$/, "");
