import { describe, expect, it } from "vitest";
import { mentionAround } from "../../../src/extract/deadline/binding.ts";
import { dayOf } from "../../../src/extract/deadline/calendar.ts";
import { foldMarks, grammarOf } from "../../../src/extract/deadline/grammar.ts";
import { readPeriodAt } from "../../../src/extract/deadline/read-period.ts";
import { readTimes, type TimeContext } from "../../../src/extract/deadline/read-time.ts";
import { loadPipeline } from "../../../src/pipeline/load.ts";
import type { ItemKind } from "../../../src/records/item.ts";

const grammar = grammarOf(loadPipeline("gla-correspondence").extract.deadlines);
const context: TimeContext = {
  reference: "2024-01-10",
  called: "the letter's date",
  counts: true,
  occasions: () => [],
};
const matchesAtStart = (pattern: RegExp, text: string) => {
  pattern.lastIndex = 0;
  return pattern.exec(text)?.[0] ?? "";
};

describe.each(grammar.times)("time $name", (cue) => {
  /** The whole of the text, or of what stands before its tail, is read by this cue. */
  const reads = (text: string) => {
    const alone = {
      ...grammar,
      times: grammar.times.filter((other) => other === cue || /^(?:day-and-month|month)$/.test(other.name)),
    };
    const place = { text: foldMarks(text), reference: dayOf("2024-01-10"), context, grammar: alone };
    const limit = { name: cue.under[0] ?? "", takes: [cue.means] };
    return readPeriodAt({ ...place, grammar: { ...alone, edges: [] } }, 0, limit)?.end === text.length;
  };
  it.each(cue.finds)("finds %s", (text) => expect(reads(text)).toBe(true));
  it.each(cue.ignores)("ignores %s", (text) =>
    expect(matchesAtStart(cue.fits, text) === text && reads(text)).toBe(false),
  );
});

describe.each(grammar.limits)("limit $name", ({ name, finds, ignores }) => {
  const limits = (text: string) => readTimes(text, context, grammar).map((time) => time.limit);
  it.each(finds)("finds %s", (text) => expect(limits(text)).toContain(name));
  it.each(ignores)("ignores %s", (text) => expect(limits(text)).not.toContain(name));
});

describe.each(grammar.bases)("base $name", ({ fits, finds, ignores }) => {
  it.each(finds)("finds %s", (text) => expect(matchesAtStart(fits, text)).not.toBe(""));
  it.each(ignores)("ignores %s", (text) => expect(matchesAtStart(fits, text)).toBe(""));
});

describe.each(
  loadPipeline("gla-correspondence").extract.deadlines.continuations.map((rule, index) => ({ ...rule, index })),
)("continuation $name", ({ index, finds, ignores }) => {
  const goesOn = (text: string) => grammar.continuations[index]!.test(text);
  it.each(finds)("finds %s", (text) => expect(goesOn(text)).toBe(true));
  it.each(ignores)("ignores %s", (text) => expect(goesOn(text)).toBe(false));
});

describe.each(loadPipeline("gla-correspondence").extract.deadlines.answered.map((rule, index) => ({ ...rule, index })))(
  "what is answered, $name",
  ({ index, finds, ignores }) => {
    const fits = (text: string) => grammar.answered[index]!.test(text);
    it.each(finds)("finds %s", (text) => expect(fits(text)).toBe(true));
    it.each(ignores)("ignores %s", (text) => expect(fits(text)).toBe(false));
  },
);

describe.each(grammar.mentions)("mention $name", (rule) => {
  const kind: ItemKind = rule.kinds[0] ?? "undertaking";
  const only = { ...grammar, mentions: [rule] };
  const let_go = (text: string) =>
    readTimes(text, context, grammar).map((time) => mentionAround(foldMarks(text), time, kind, only) !== null);
  it.each(rule.finds)("lets go %s", (text) => {
    expect(let_go(text)).not.toEqual([]);
    expect(let_go(text)).not.toContain(false);
  });
  it.each(rule.ignores)("keeps %s", (text) => expect(let_go(text)).not.toContain(true));
});
