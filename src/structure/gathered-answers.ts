import type { Block } from "../document/document.ts";
import { readPaper } from "./paper.ts";
import { blocksIn } from "./statement.ts";
import {
  endsAsking,
  type PartDraft,
  type Range,
  type SegmentDraft,
  segmentOf,
  spanOf,
  textOf,
  type View,
  wordCount,
} from "./view.ts";

/** A numbered point and what goes on below it. */
export type Point = { label: string; start: number; end: number };

/** One question with one answer need no numbers to find each other. */
const FEWEST_POINTS = 2;

/** As many words as a heading over questions, or over answers, has. */
const HEADING_WORDS = 8;

/**
 * A list that has its numbered questions under one heading and the answers, with the same numbers, under a later one; null where it is none.
 */
export function readGathered(view: View, range: Range): PartDraft | null {
  const blocks = blocksIn(view, range);
  const heads = (sign: "questions-title" | "answers-heading", block: Block) =>
    block.label === null &&
    wordCount(textOf(view, block)) <= HEADING_WORDS &&
    view.rules.shows(textOf(view, block), sign);
  const below = blocks.findLastIndex((block) => heads("answers-heading", block));
  const above = blocks.slice(0, Math.max(below, 0)).findLastIndex((block) => heads("questions-title", block));
  if (above < 0) return null;
  const questions = pointsOf(view, blocks.slice(above + 1, below));
  const answers = pointsOf(view, blocks.slice(below + 1));
  const asked = questions.filter(({ start, end }) => endsAsking(view.document.text.slice(start, end)));
  const given = new Set(answers.map(({ label }) => label));
  const answered = questions.filter(({ label }) => given.has(label));
  if (answered.length < FEWEST_POINTS || asked.length * 2 <= questions.length) return null;
  const first = view.lines.findIndex(({ end }) => end >= blocks[above]!.end);
  const head = readPaper(view, { from: range.from, to: first + 1 }, "written-questions");
  return { ...head, from: [], span: spanOf(view, range), segments: segmentsOf(questions, answers) };
}

function segmentsOf(questions: readonly Point[], answers: readonly Point[]): SegmentDraft[] {
  const numbers = new Map<string, number>();
  for (const [index, { label }] of questions.entries()) if (!numbers.has(label)) numbers.set(label, index);
  return [
    ...questions.map((each) => segmentOf("question", each, { label: each.label })),
    ...answers.map((each) => {
      const question = numbers.get(each.label);
      return segmentOf("answer", each, { label: each.label, answers: question === undefined ? [] : [question] });
    }),
  ];
}

/** The numbered points among some blocks, each down to the next. */
export function pointsOf(view: View, blocks: readonly Block[]): Point[] {
  const points: Point[] = [];
  for (const block of blocks) {
    const last = points.at(-1);
    const printed = block.label === null ? /^[QA]\s?(\d{1,3})[.):]?\s+/i.exec(textOf(view, block)) : null;
    const number = printed?.[1] ?? /^(?:Q|A)?\s?(?<number>\d{1,3})[.):]?$/i.exec(block.label ?? "")?.groups?.number;
    const start = printed ? block.start + printed[0].length : block.body;
    if (number) points.push({ label: number, start, end: block.end });
    else if (last && block.kind !== "note") last.end = block.end;
  }
  return points;
}
