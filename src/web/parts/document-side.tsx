import { useEffect, useState } from "react";
import type { Anchor, Span } from "../../records/anchor.ts";
import type { DocumentName } from "../views.ts";
import { dayWords, personWords } from "../words.ts";
import { LinkTo } from "./link-to.tsx";
import { PagePane } from "./page-pane.tsx";
import { type Mark, TextPane } from "./text-pane.tsx";
import { useKeys } from "./use-keys.ts";

type Props = {
  heading: string;
  document: DocumentName;
  part: string | null;
  anchors: readonly (Anchor & { kind: Mark["kind"] })[];
  /** Shown where no anchor has boxes: what a person chose, by offsets. */
  marks: readonly Mark[];
  choosing?: { chosen: readonly Span[]; toggle: (sentence: Span) => void } | undefined;
  /** The keys that turn its pages: back, forward. */
  keys: readonly [string, string];
};

/** One document of a pair: who wrote what when, and the place, as printed or in words. */
export function DocumentSide({ heading, document, part, anchors, marks, choosing, keys }: Props) {
  const hasPages = document.mediaType === "application/pdf" && document.pages.length > 0;
  const first = anchors[0];
  // a place known by its offsets alone is shown in the words
  const [printed, setPrinted] = useState(hasPages && marks.length === 0);
  const [page, setPage] = useState(first?.page ?? 1);
  useEffect(() => setPage(first?.page ?? 1), [first?.page]);
  const turn = (to: number) => setPage(Math.min(Math.max(1, to), Math.max(1, document.pages.length)));
  useKeys({
    v: () => setPrinted((before) => hasPages && !before),
    [keys[0]]: () => turn(page - 1),
    [keys[1]]: () => turn(page + 1),
  });
  const about = document.parts.find((each) => each.id === part) ?? document.parts[0];
  return (
    <section className="side" aria-label={heading}>
      <header>
        <h2>{heading}</h2>
        <p>
          <LinkTo to={`/documents/${document.id}`}>{document.title ?? document.name}</LinkTo>
        </p>
        {about && (
          <p className="faint">
            {about.kind.replace("-", " ")}
            {about.date && `, ${dayWords(about.date)}`}
            {about.from.length > 0 && ` – from ${about.from.map(personWords).join("; ")}`}
            {about.to.length > 0 && ` – to ${about.to.map(personWords).join("; ")}`}
          </p>
        )}
        {hasPages && (
          <fieldset className="choice">
            <legend className="hidden">Show</legend>
            <button type="button" aria-pressed={printed && !choosing} onClick={() => setPrinted(true)}>
              As printed
            </button>
            <button type="button" aria-pressed={!printed || choosing !== undefined} onClick={() => setPrinted(false)}>
              Words
            </button>
          </fieldset>
        )}
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section className="pane" tabIndex={0} aria-label={`${heading}: ${document.name}`}>
        {printed && !choosing ? (
          <PagePane document={document} page={page} turn={turn} anchors={anchors} />
        ) : (
          <TextPane
            document={document.id}
            length={document.length}
            marks={[...marks, ...anchors]}
            at={marks[0] ?? first ?? null}
            choosing={choosing}
          />
        )}
      </section>
    </section>
  );
}
