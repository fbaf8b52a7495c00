import { useMemo } from "react";
import { useResource } from "../api.ts";
import type { Tracing } from "../views.ts";
import { OUTCOMES } from "../words.ts";
import { type Bar, Bars } from "./bars.tsx";
import { Columns } from "./columns.tsx";
import { DueCalendar } from "./due-calendar.tsx";
import { Waiting } from "./waiting.tsx";
import { WhoAsksWhom } from "./who-asks-whom.tsx";

const OUTCOME_PARTS = Object.entries(OUTCOMES).map(([name, words]): [string, string] => [`outcome-${name}`, words]);
const TIMES = [
  ["in-time", "by the deadline"],
  ["late", "after the deadline"],
  ["no-deadline", "no deadline known"],
] as const;

/** What came back, from whom and when. */
export function TracingCharts() {
  const tracing = useResource<Tracing>("/statistics/tracing");
  return <Waiting of={tracing}>{(value) => <Charts of={value} />}</Waiting>;
}

function Charts({ of: { bodies, months, weeks, asking, due } }: { of: Tracing }) {
  const byBody = useMemo(() => bodies.map((row) => toBar(row, { to: row.name })), [bodies]);
  const byMonth = useMemo(() => months.map((row) => toBar(row, monthOf(row.name))), [months]);
  const monthNames = useMemo(() => monthsBetween(months.map(({ name }) => name)), [months]);
  const byWeek = useMemo(() => weeks.map(weekBar), [weeks]);
  const weekNames = useMemo(
    () => Array.from({ length: Math.max(0, ...weeks.map(({ week }) => week)) + 1 }, (_, at) => weekName(at)),
    [weeks],
  );
  return (
    <>
      <Bars title="Outcomes, by those who are asked most" rows={byBody} parts={OUTCOME_PARTS} />
      <Columns
        title="Outcomes, by the month of the letter"
        note="What became of what was asked in each month."
        {...{ rows: byMonth, parts: OUTCOME_PARTS, names: monthNames, what: "month" }}
      />
      <Columns
        title="How long replies take"
        note="Replies by the days from the letter to the reply, where both bear a day."
        {...{ rows: byWeek, parts: TIMES, names: weekNames, what: "days" }}
      />
      <DueCalendar rows={due} />
      <WhoAsksWhom rows={asking} />
    </>
  );
}

function toBar({ name, outcome, count }: Tracing["bodies"][number], filter: Record<string, string>): Bar {
  const to = `/items?${new URLSearchParams({ ...filter, outcome })}`;
  return { name, part: `outcome-${outcome}`, words: OUTCOMES[outcome] ?? outcome, count, to };
}

const weekName = (week: number): string => `${week * 7}–${week * 7 + 6}`;

function weekBar({ week, late, count }: Tracing["weeks"][number]): Bar {
  const [part, words] = TIMES[late === null ? 2 : Number(late)]!;
  const days = { daysFrom: `${week * 7}`, daysTo: `${week * 7 + 6}` };
  const to = `/items?${new URLSearchParams({ ...days, late: `${late ?? "unknown"}` })}`;
  return { name: weekName(week), part, words, count, to };
}

/** The days of a month as a filter has them: after the last one before it, before the first one after it. */
function monthOf(month: string): { datedAfter: string; datedBefore: string } {
  const [year, number] = month.split("-").map(Number) as [number, number];
  const day = (at: number, of: number) => new Date(Date.UTC(year, at, of)).toISOString().slice(0, 10);
  return { datedAfter: day(number - 1, 0), datedBefore: day(number, 1) };
}

/** Every month from the first to the last. */
function monthsBetween(names: readonly string[]): string[] {
  const [first, last] = [names[0], names.at(-1)];
  if (!first || !last) return [];
  const out: string[] = [];
  const [year, month] = first.split("-").map(Number) as [number, number];
  for (let at = 0; out.at(-1) !== last; at++)
    out.push(new Date(Date.UTC(year, month - 1 + at, 1)).toISOString().slice(0, 7));
  return out;
}
