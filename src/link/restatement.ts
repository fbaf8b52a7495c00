import { once } from "../document/once.ts";
import { firstEndingAfter } from "../document/span.ts";
import type { Span } from "../records/anchor.ts";
import type { Asked } from "./asked.ts";
import type { ExtractedDocument } from "./extracted.ts";
import type { LinkRules } from "./rules.ts";
import { coverage, type Terms, termsOf } from "./words.ts";

/** A place where a text sets out what was asked in order to answer it, and the stretches that answer it there. */
export type Restatement = Span & {
  terms: () => Terms;
  label: string | null;
  answers: readonly Span[];
  /** Whether an answer belongs under it even where none is printed: in a response, not in a report. */
  answerable: boolean;
  /** Set out in running text: the paragraph after it answers it, those after that may. */
  loose: boolean;
};

/** The restatements of a document: statements and questions of its structure, and items set out again elsewhere. */
export function restatementsIn(extracted: ExtractedDocument, rules: LinkRules): Restatement[] {
  const { document, structure, items } = extracted;
  const { segments } = structure;
  const kinds = new Map(structure.parts.map((part) => [part.id, part.kind]));
  const answersTo = answeringSegments(extracted);
  const stated = segments.flatMap((segment, index): Restatement[] => {
    if (segment.kind !== "statement" && segment.kind !== "question") return [];
    return [
      {
        start: segment.start,
        end: segment.end,
        terms: once(() => termsOf(document.text.slice(segment.start, segment.end), rules)),
        label: segment.label,
        answers: (answersTo.get(index) ?? []).map((each) => segments[each]!),
        answerable: segment.kind === "statement" && kinds.get(segment.part) === "response",
        loose: false,
      },
    ];
  });
  const loose = items.filter(
    (item) => item.restated && !stated.some((each) => each.start <= item.anchor.start && item.anchor.start < each.end),
  );
  const starts = [...stated, ...loose.map((item) => item.anchor)].map((each) => each.start).sort((a, b) => a - b);
  for (const item of loose) {
    const part = structure.parts.find((each) => each.id === item.part);
    const end = starts.find((start) => start > item.anchor.start) ?? part?.anchor.end ?? document.text.length;
    const { anchor } = item;
    const next = document.blocks[firstEndingAfter(document.blocks, anchor.end)];
    const near = next ? Math.min(end, next.end) : end;
    stated.push({
      start: anchor.start,
      end: anchor.end,
      terms: once(() => termsOf(anchor.exact, rules)),
      label: item.label,
      answers:
        end > anchor.end
          ? [
              { start: anchor.end, end: near },
              { start: near, end },
            ]
          : [],
      answerable: true,
      loose: true,
    });
  }
  return stated.sort((a, b) => a.start - b.start);
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
      const words = (coverage(own, restatement.terms()) + coverage(restatement.terms(), own)) / 2;
      const label = sameLabel(item.label, restatement.label);
      if (words < (label ? ALIKE_WITH_LABEL : ALIKE) && !(label && restatement.terms().size === 0)) return [];
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
