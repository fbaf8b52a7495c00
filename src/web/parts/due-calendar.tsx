import * as Plot from "@observablehq/plot";
import { useMemo, useState } from "react";
import type { Tracing } from "../views.ts";
import { dayWords } from "../words.ts";
import { Chart } from "./chart.tsx";
import { LinkTo } from "./link-to.tsx";

type Due = Tracing["due"][number];

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const DAY = 86_400_000;
const shifted = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
const toOf = ({ date }: Due): string => `/items?dueAfter=${shifted(date, -1)}&dueBefore=${shifted(date, 1)}`;

/** What is due on which day of a year: settled, or still to come. */
export function DueCalendar({ rows }: { rows: readonly Due[] }) {
  const years = [...new Set(rows.map(({ date }) => date.slice(0, 4)))];
  const [chosen, setChosen] = useState<string | null>(null);
  const year = chosen ?? fullest(rows) ?? "";
  const shown = useMemo(() => rows.filter(({ date }) => date.startsWith(year)), [rows, year]);
  const options = useMemo(() => optionsOf(shown), [shown]);
  if (rows.length === 0) return null;
  return (
    <Chart
      title={`What is due when, in ${year}`}
      wide
      note="One square a day. Filled: nothing settles at least one of the things due. Pale: a reply settles all of them."
      options={options}
      table={{
        columns: ["day", "of them settled by a reply", "due"],
        rows: shown.map((due) => ({
          key: due.date,
          cells: [
            dayWords(due.date),
            due.settled,
            <LinkTo key="count" to={toOf(due)}>
              {due.count}
            </LinkTo>,
          ],
        })),
      }}
    >
      <label className="year">
        Year{" "}
        <select value={year} onChange={(event) => setChosen(event.target.value)}>
          {years.map((each) => (
            <option key={each}>{each}</option>
          ))}
        </select>
      </label>
    </Chart>
  );
}

/** The year in which most is due. */
function fullest(rows: readonly Due[]): string | undefined {
  const sums = new Map<string, number>();
  for (const { date, count } of rows) sums.set(date.slice(0, 4), (sums.get(date.slice(0, 4)) ?? 0) + count);
  return [...sums].sort((a, b) => b[1] - a[1])[0]?.[0];
}

function optionsOf(rows: readonly Due[]): Plot.PlotOptions {
  const days = Array.from({ length: 31 }, (_, at) => at + 1);
  const at = {
    x: ({ date }: Due) => Number(date.slice(8)),
    y: ({ date }: Due) => MONTHS[Number(date.slice(5, 7)) - 1],
  };
  return {
    width: 1_150,
    height: 330,
    marginLeft: 40,
    x: { domain: days, label: null, ticks: days.filter((day) => day % 5 === 0 || day === 1), axis: "top" },
    y: { domain: MONTHS, label: null },
    marks: [
      Plot.cell(
        days.flatMap((day) => MONTHS.map((month) => ({ day, month }))),
        {
          x: "day",
          y: "month",
          fill: "var(--ground)",
          inset: 1,
        },
      ),
      Plot.cell(rows, {
        ...at,
        fill: "var(--unanswered)",
        fillOpacity: ({ settled, count }: Due) => (settled < count ? 1 : 0.3),
        inset: 1,
        href: toOf,
        title: ({ date, count, settled }: Due) => `${dayWords(date)}: ${count} due, ${settled} of them settled`,
      }),
      Plot.text(
        rows.filter(({ count }) => count > 1),
        { ...at, text: (due: Due) => `${due.count}`, pointerEvents: "none", className: "on-filled" },
      ),
    ],
    opacity: { type: "identity" },
  };
}
