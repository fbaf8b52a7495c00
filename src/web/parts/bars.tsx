import * as Plot from "@observablehq/plot";
import { useEffect, useRef } from "react";
import { LinkTo } from "./link-to.tsx";

/** One piece of one bar. */
export type Bar = { name: string; key: string; part: string; count: number };

type Props = { title: string; rows: readonly Bar[]; link?: (row: Bar) => string };

/** A bar chart with its table behind it, whose numbers lead on. */
export function Bars({ title, rows, link }: Props) {
  if (rows.length === 0) return null;
  return (
    <figure className="chart">
      <figcaption>{title}</figcaption>
      <Drawing title={title} rows={rows} />
      <details>
        <summary>As a table</summary>
        <table>
          <caption className="hidden">{title}</caption>
          <thead>
            <tr>
              <th scope="col">what</th>
              <th scope="col">which</th>
              <th scope="col" className="number">
                how many
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={`${row.key} ${row.part}`}>
                <th scope="row">{row.name}</th>
                <td>{row.part}</td>
                <td className="number">{link ? <LinkTo to={link(row)}>{row.count}</LinkTo> : row.count}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}

const PARTS = ["replied", "replies", "unanswered", "open"];

function Drawing({ title, rows }: Pick<Props, "title" | "rows">) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const names = [...new Set(rows.map((row) => row.name))];
    const parts = PARTS.filter((part) => rows.some((row) => row.part === part));
    const drawn = Plot.plot({
      className: "plot",
      width: 560,
      height: 40 + names.length * 26,
      marginLeft: 190,
      marginRight: 40,
      ariaLabel: title,
      x: { label: null, ticks: 4, tickFormat: (count: number) => (Number.isInteger(count) ? `${count}` : "") },
      y: {
        domain: names,
        label: null,
        tickFormat: (name: string) => (name.length > 30 ? `${name.slice(0, 29)}…` : name),
      },
      color: { domain: parts, range: parts.map((part) => `var(--${part})`), legend: false },
      marks: [
        Plot.barX(rows, {
          x: "count",
          y: "name",
          fill: "part",
          order: parts,
          title: (row: Bar) => `${row.name}: ${row.count} ${row.part}`,
        }),
        Plot.ruleX([0]),
      ],
    });
    // its own style sheet would be inline, which our policy forbids: the same rules stand in desk.css
    for (const style of drawn.querySelectorAll("style")) style.remove();
    // one picture with one name: its pieces are read from the table
    for (const piece of drawn.querySelectorAll("[aria-label]")) piece.removeAttribute("aria-label");
    drawn.setAttribute("role", "img");
    place.current?.replaceChildren(drawn);
    return () => drawn.remove();
  }, [rows, title]);
  const parts = PARTS.filter((part) => part !== "replies" && rows.some((row) => row.part === part));
  return (
    <>
      <div ref={place} />
      {parts.length > 0 && (
        <p className="legend">
          {parts.map((part) => (
            <span key={part}>
              <span className={`swatch ${part}`} aria-hidden="true" /> {part}
            </span>
          ))}
        </p>
      )}
    </>
  );
}
