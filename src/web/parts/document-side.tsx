import { useEffect, useState } from "react";
import type { Anchor, Span } from "../../records/anchor.ts";
import type { DocumentName } from "../views.ts";
import { dayWords, personWords } from "../words.ts";
import { FindIn } from "./find-in.tsx";
import { LinkTo } from "./link-to.tsx";
import type { Mark } from "./marked.tsx";
import { PagePane } from "./page-pane.tsx";
import { TextPane } from "./text-pane.tsx";
import { useAnchors } from "./use-anchors.ts";
import { useKeys } from "./use-keys.ts";

type Props = {
  heading: string;
  document: DocumentName;
  part: string | null;
  anchors: readonly (Anchor & { kind: Mark["kind"] })[];
  /** What a person chose or looked for, by offsets. */
  marks: readonly Mark[];
  choosing?: { chosen: readonly Span[]; toggle: (sentence: Span) => void } | undefined;
  keys: { back: string; forward: string; find: string };
};

/** One document of a pair: who wrote what when, and the place, as printed or in words. */
export function DocumentSide({ heading, document, part, anchors, marks, choosing, keys }: Props) {
  const hasPages = document.mediaType === "application/pdf" && document.pages.length > 0;
  const [asPrinted, setAsPrinted] = useState(true);
  const [found, setFound] = useState<Span | null>(null);
  const shownMarks = found ? [{ ...found, kind: "found" as const }, ...marks] : marks;
  const printed = hasPages && asPrinted && !choosing;
  const places = [...useAnchors(document.id, shownMarks, hasPages), ...anchors];
  const first = places[0];
  const [page, turn] = usePage(document, first);
  useKeys({
    v: () => setAsPrinted((before) => !before),
    [keys.back]: () => turn(page - 1),
    [keys.forward]: () => turn(page + 1),
    [keys.find]: () => window.document.querySelector<HTMLElement>(`[data-find="${keys.find}"]`)?.focus(),
  });
  return (
    <section className="side" aria-label={heading}>
      <header>
        <h2>{heading}</h2>
        <About document={document} part={part} />
        <div className="side-tools">
          {hasPages && (
            <fieldset className="choice">
              <legend className="hidden">Show</legend>
              <button type="button" aria-pressed={printed} onClick={() => setAsPrinted(true)}>
                As printed
              </button>
              <button type="button" aria-pressed={!printed} onClick={() => setAsPrinted(false)}>
                Words
              </button>
            </fieldset>
          )}
          <FindIn document={document.id} name={document.name} keyName={keys.find} found={setFound} />
        </div>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section className="pane" tabIndex={0} aria-label={`${heading}: ${document.name}`} data-document={document.id}>
        {printed ? (
          <PagePane document={document} page={page} turn={turn} anchors={places} />
        ) : (
          <TextPane
            document={document.id}
            length={document.length}
            marks={[...shownMarks, ...anchors]}
            at={shownMarks[0] ?? anchors[0] ?? null}
            choosing={choosing}
          />
        )}
      </section>
    </section>
  );
}

/** The page shown, and how to turn to another; goes to a place's page when there is a new one. */
function usePage({ pages }: DocumentName, place: Anchor | undefined): [number, (page: number) => void] {
  const [page, setPage] = useState(place?.page ?? 1);
  const [start, asked] = [place?.start, place?.page];
  // biome-ignore lint/correctness/useExhaustiveDependencies: another place on the same page is a reason too
  useEffect(() => setPage(asked ?? 1), [start, asked]);
  return [page, (to) => setPage(Math.min(Math.max(1, to), Math.max(1, pages.length)))];
}

function About({ document, part }: Pick<Props, "document" | "part">) {
  const about = document.parts.find((each) => each.id === part) ?? document.parts[0];
  return (
    <>
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
    </>
  );
}
