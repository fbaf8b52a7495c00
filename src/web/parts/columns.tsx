import * as Plot from "@observablehq/plot";
import { useMemo } from "react";
import { type Bar, tableOf, wholeNumber } from "./bars.tsx";
import { Chart } from "./chart.tsx";

type Props = {
  title: string;
  note: string;
  rows: readonly Bar[];
  parts: readonly (readonly [part: string, words: string])[];
  /** Along the bottom, also where a name has no row. */
  names: readonly string[];
  what: string;
};

/** As many names as can be read along the bottom. */
const MOST_TICKS = 7;

/** Bars that stand, one a name in the names' own order, in pieces; every piece leads to its items. */
export function Columns({ title, note, rows, parts, names, what }: Props) {
  const options = useMemo(
    () =>
      optionsOf(
        rows,
        parts.map(([part]) => part),
        names,
      ),
    [rows, parts, names],
  );
  if (rows.length === 0) return null;
  return (
    <Chart
      title={title}
      note={note}
      options={options}
      legend={parts.filter(([part]) => rows.some((row) => row.part === part)).map(([part, words]) => [part, words])}
      table={tableOf(rows, what)}
    />
  );
}

function optionsOf(rows: readonly Bar[], parts: readonly string[], names: readonly string[]): Plot.PlotOptions {
  const every = Math.ceil(names.length / MOST_TICKS);
  return {
    width: 560,
    height: 240,
    marginBottom: 34,
    x: { domain: names, label: null, ticks: names.filter((_, at) => at % every === 0) },
    y: {
      label: null,
      ticks: 4,
      tickFormat: wholeNumber,
      grid: true,
    },
    color: { domain: parts, range: parts.map((part) => `var(--${part})`) },
    marks: [
      Plot.barY(rows, {
        x: "name",
        y: "count",
        fill: "part",
        order: [...parts],
        href: "to",
        title: ({ name, count, words }: Bar) => `${name}: ${count} ${words}`,
      }),
      Plot.ruleY([0]),
    ],
  };
}
