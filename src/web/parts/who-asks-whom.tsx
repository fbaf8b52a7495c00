import * as Plot from "@observablehq/plot";
import { useMemo } from "react";
import type { Tracing } from "../views.ts";
import { Chart } from "./chart.tsx";
import { LinkTo } from "./link-to.tsx";

type Asking = Tracing["asking"][number];

const short = (name: string): string => (name.length > 26 ? `${name.slice(0, 25)}…` : name);
const toOf = ({ by, to }: Asking): string => `/items?${new URLSearchParams({ by, to })}`;

/** As many names as a grid can hold to be read. */
const MOST_NAMES = 12;

/** Who asks whom, as a grid of those who ask and are asked most: the darker, the more. */
export function WhoAsksWhom({ rows }: { rows: readonly Asking[] }) {
  const options = useMemo(() => optionsOf(amongMost(rows)), [rows]);
  if (rows.length === 0) return null;
  return (
    <Chart
      title="Who asks whom"
      wide
      note="Those who ask stand at the side, those who are asked above. The number is how much was asked. The table has some who ask or are asked less, too."
      options={options}
      table={{
        columns: ["who asks", "who is asked", "how many"],
        rows: rows.map((row) => ({
          key: `${row.by} ${row.to}`,
          cells: [
            row.by,
            row.to,
            <LinkTo key="count" to={toOf(row)}>
              {row.count}
            </LinkTo>,
          ],
        })),
      }}
    />
  );
}

/** What those who are asked most are asked by those who ask them most. */
function amongMost(rows: readonly Asking[]): Asking[] {
  const to = mostOf(rows, "to");
  const asked = rows.filter((row) => to.has(row.to));
  const by = mostOf(asked, "by");
  return asked.filter((row) => by.has(row.by));
}

function mostOf(rows: readonly Asking[], side: "by" | "to"): Set<string> {
  const sums = new Map<string, number>();
  for (const row of rows) sums.set(row[side], (sums.get(row[side]) ?? 0) + row.count);
  return new Set(
    [...sums]
      .sort((a, b) => b[1] - a[1])
      .slice(0, MOST_NAMES)
      .map(([name]) => name),
  );
}

function optionsOf(rows: readonly Asking[]): Plot.PlotOptions {
  const asking = new Set(rows.map(({ by }) => by)).size;
  const most = Math.max(...rows.map(({ count }) => count));
  return {
    width: 1_150,
    height: 130 + asking * 26,
    marginLeft: 220,
    marginTop: 120,
    marginRight: 130,
    x: { axis: "top", label: null, tickRotate: -30, tickFormat: short },
    y: { label: null, tickFormat: short },
    opacity: { domain: [0, most], range: [0.15, 0.6] },
    marks: [
      Plot.cell(rows, {
        x: "to",
        y: "by",
        fill: "var(--replies)",
        fillOpacity: "count",
        inset: 1,
        href: toOf,
        title: ({ by, to, count }: Asking) => `${by} asks ${to}: ${count}`,
      }),
      Plot.text(rows, {
        x: "to",
        y: "by",
        text: (row: Asking) => `${row.count}`,
        pointerEvents: "none",
        className: "on-cell",
      }),
    ],
  };
}
