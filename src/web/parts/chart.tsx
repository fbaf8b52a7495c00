import * as Plot from "@observablehq/plot";
import { type MouseEvent, type ReactNode, useEffect, useRef } from "react";
import { go } from "../route.ts";

/** A chart's rows in words: each with a key of its own. */
export type TableOf = { columns: readonly string[]; rows: readonly { key: string; cells: readonly ReactNode[] }[] };

type Props = {
  title: string;
  /** What it shows and how it is read, in a sentence. */
  note?: string;
  options: Plot.PlotOptions;
  legend?: readonly [name: string, words: string][];
  table: TableOf;
  /** As wide as the page. */
  wide?: boolean;
  /** What changes it, under its note. */
  children?: ReactNode;
};

/** A chart with its table behind it. Marks with `href` lead on; the same links stand in the table, for who reads without the picture. */
export function Chart({ title, note, options, legend, table, wide, children }: Props) {
  return (
    <figure className={wide ? "chart whole" : "chart"}>
      <figcaption>{title}</figcaption>
      {note && <p className="faint">{note}</p>}
      {children}
      <Drawing options={options} />
      {legend && (
        <p className="legend">
          {legend.map(([name, words]) => (
            <span key={name}>
              <span className={`swatch ${name}`} aria-hidden="true" /> {words}
            </span>
          ))}
        </p>
      )}
      <details>
        <summary>As a table</summary>
        <div className="wide">
          <table>
            <caption className="hidden">{title}</caption>
            <thead>
              <tr>
                {table.columns.map((name, at) => (
                  <th key={name} scope="col" className={at === table.columns.length - 1 ? "number" : ""}>
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {table.rows.map(({ key, cells }) => (
                <Row key={key} cells={cells} columns={table.columns} />
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  );
}

function Row({ cells, columns }: { cells: readonly ReactNode[]; columns: readonly string[] }) {
  return (
    <tr>
      {cells.map((cell, at) =>
        at === 0 ? (
          <th key={columns[at]} scope="row">
            {cell}
          </th>
        ) : (
          <td key={columns[at]} className={at === cells.length - 1 ? "number" : ""}>
            {cell}
          </td>
        ),
      )}
    </tr>
  );
}

function Drawing({ options }: Pick<Props, "options">) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const drawn = Plot.plot({ className: "plot", ...options });
    // its own style sheet would be inline, which our policy forbids: the same rules stand in our own
    for (const style of drawn.querySelectorAll("style")) style.remove();
    // what it shows is read from the table
    for (const piece of drawn.querySelectorAll("[aria-label]")) piece.removeAttribute("aria-label");
    for (const link of drawn.querySelectorAll("a")) link.setAttribute("tabindex", "-1");
    drawn.setAttribute("aria-hidden", "true");
    place.current?.replaceChildren(drawn);
    return () => drawn.remove();
  }, [options]);
  const follow = (event: MouseEvent) => {
    const link = event.target instanceof Element && event.target.closest("a");
    if (!link || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    go(link.getAttribute("href") ?? link.getAttributeNS("http://www.w3.org/1999/xlink", "href") ?? "/");
  };
  // biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: only passes on what links in the picture do; the table has them too
  return <div ref={place} onClick={follow} />;
}
