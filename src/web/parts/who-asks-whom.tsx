import * as Plot from "@observablehq/plot";
import { useMemo } from "react";
import type { Tracing } from "../views.ts";
import { Chart } from "./chart.tsx";
import { LinkTo } from "./link-to.tsx";

type Asking = Tracing["asking"][number];

const short = (name: string): string => (name.length > 26 ? `${name.slice(0, 25)}…` : name);
const toOf = ({ by, to }: Asking): string => `/items?${new URLSearchParams({ by, to })}`;

/** Who asks whom, as a grid: the darker, the more. */
export function WhoAsksWhom({ rows }: { rows: readonly Asking[] }) {
  const options = useMemo(() => optionsOf(rows), [rows]);
  if (rows.length === 0) return null;
  return (
    <Chart
      title="Who asks whom"
      note="Those who ask stand at the side, those who are asked above. The number is how much was asked."
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

function optionsOf(rows: readonly Asking[]): Plot.PlotOptions {
  const asking = new Set(rows.map(({ by }) => by)).size;
  const most = Math.max(...rows.map(({ count }) => count));
  return {
    width: 560,
    height: 150 + asking * 26,
    marginLeft: 190,
    marginTop: 140,
    marginRight: 40,
    x: { axis: "top", label: null, tickRotate: -45, tickFormat: short },
    y: { label: null, tickFormat: short },
    opacity: { domain: [0, most], range: [0.25, 1] },
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
