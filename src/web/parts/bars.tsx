import * as Plot from "@observablehq/plot";
import { useMemo } from "react";
import { Chart, type TableOf } from "./chart.tsx";
import { LinkTo } from "./link-to.tsx";

/** One piece of one bar: `part` names its colour, `words` say what it is. */
export type Bar = { name: string; part: string; words: string; count: number; to: string };

type Props = {
  title: string;
  note?: string;
  rows: readonly Bar[];
  parts: readonly (readonly [part: string, words: string])[];
};

const short = (name: string): string => (name.length > 27 ? `${name.slice(0, 26)}…` : name);

/** The table behind bars: a row a piece, its count a link to its items. `what` is over the names. */
export const tableOf = (rows: readonly Bar[], what: string): TableOf => ({
  columns: [what, "which", "how many"],
  rows: rows.map(({ name, part, words, count, to }) => ({
    key: `${name} ${part}`,
    cells: [
      name,
      words,
      <LinkTo key="count" to={to}>
        {count}
      </LinkTo>,
    ],
  })),
});

/** Counts along an axis have no fractions. */
export const wholeNumber = (count: number): string => (Number.isInteger(count) ? `${count}` : "");

/** Bars that lie, one a name, in pieces; every piece leads to its items. */
export function Bars({ title, note, rows, parts }: Props) {
  const shown = parts.filter(([part]) => rows.some((row) => row.part === part));
  const options = useMemo(
    () =>
      optionsOf(
        rows,
        parts.map(([part]) => part),
      ),
    [rows, parts],
  );
  if (rows.length === 0) return null;
  return (
    <Chart
      title={title}
      {...(note ? { note } : {})}
      options={options}
      {...(parts.length > 1 ? { legend: shown.map(([part, words]): [string, string] => [part, words]) } : {})}
      table={tableOf(rows, "what")}
    />
  );
}

function optionsOf(rows: readonly Bar[], parts: readonly string[]): Plot.PlotOptions {
  const names = [...new Set(rows.map((row) => row.name))];
  return {
    width: 560,
    height: 40 + names.length * 26,
    marginLeft: 200,
    marginRight: 30,
    x: { label: null, ticks: 4, tickFormat: wholeNumber },
    y: { domain: names, label: null, tickFormat: short },
    color: { domain: parts, range: parts.map((part) => `var(--${part})`) },
    marks: [
      Plot.barX(rows, {
        x: "count",
        y: "name",
        fill: "part",
        order: [...parts],
        href: "to",
        title: ({ name, count, words }: Bar) => `${name}: ${count} ${words}`,
      }),
      Plot.ruleX([0]),
    ],
  };
}
