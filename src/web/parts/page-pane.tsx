import { useEffect, useRef, useState } from "react";
import type { Anchor } from "../../records/anchor.ts";
import { drawPage } from "../pdf.ts";
import type { DocumentName } from "../views.ts";
import { PageWords } from "./page-words.tsx";
import { useKeys } from "./use-keys.ts";

type Props = {
  document: Pick<DocumentName, "id" | "name" | "pages">;
  page: number;
  turn: (page: number) => void;
  anchors: readonly (Pick<Anchor, "boxes"> & { kind: string })[];
};

const SIZES = [75, 100, 150, 200, 300];
const AS_WIDE = SIZES.indexOf(100);

/** A page as it is printed, with boxes over what was found. */
export function PagePane({ document, page, turn, anchors }: Props) {
  const [size, setSize] = useState(AS_WIDE);
  const resize = (step: number) => setSize((before) => Math.min(Math.max(0, before + step), SIZES.length - 1));
  useKeys({ "+": () => resize(1), "Shift++": () => resize(1), "-": () => resize(-1) });
  const { width, height } = document.pages[page - 1] ?? document.pages[0]!;
  const boxes = anchors.flatMap(({ boxes, kind }) =>
    boxes.filter((box) => box.page === page).map((box) => ({ ...box, kind })),
  );
  const sheet = useRef<HTMLDivElement>(null);
  const [top, left] = [boxes[0]?.y ?? 0, boxes[0]?.x ?? 0];
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new size moves the place
  useEffect(() => {
    const pane = sheet.current?.closest(".pane");
    if (!pane || !sheet.current) return;
    pane.scrollTop = (top / height) * sheet.current.clientHeight - 80;
    pane.scrollLeft = (left / width) * sheet.current.clientWidth - pane.clientWidth / 3;
  }, [top, left, height, width, size]);
  return (
    <div>
      <Turning page={page} pages={document.pages.length} turn={turn} size={size} setSize={setSize} />
      <div className="sheet" ref={sheet} style={{ width: `${SIZES[size]}%`, aspectRatio: `${width} / ${height}` }}>
        <Drawing document={document} page={page} />
        <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
          {boxes.map((box) => (
            <rect
              key={`${box.kind} ${box.x} ${box.y}`}
              className={box.kind}
              {...{ x: box.x, y: box.y, width: box.width, height: box.height }}
            />
          ))}
        </svg>
        <PageWords document={document.id} page={page} width={width} height={height} />
      </div>
    </div>
  );
}

type TurningProps = Pick<Props, "page" | "turn"> & { pages: number; size: number; setSize: (size: number) => void };

function Turning({ page, pages, turn, size, setSize }: TurningProps) {
  return (
    <div className="turn">
      <button type="button" disabled={page <= 1} onClick={() => turn(page - 1)}>
        <span aria-hidden="true">‹</span> <span className="hidden">Page before</span>
      </button>
      <span>
        page {page} of {pages}
      </span>
      <button type="button" disabled={page >= pages} onClick={() => turn(page + 1)}>
        <span className="hidden">Next page</span> <span aria-hidden="true">›</span>
      </button>
      <label>
        Size{" "}
        <select value={size} onChange={(event) => setSize(Number(event.target.value))}>
          {SIZES.map((each, at) => (
            <option key={each} value={at}>
              {each} %
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}

type DrawingProps = Pick<Props, "document" | "page">;

function Drawing({ document, page }: DrawingProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [trouble, setTrouble] = useState("");
  const width = useWidth(canvas);
  useEffect(() => {
    const place = canvas.current;
    if (!place || width === 0) return;
    const stop = new AbortController();
    drawPage(document.id, page, place, width, stop.signal).then(
      () => setTrouble(""),
      () => stop.signal.aborted || setTrouble("This page cannot be drawn. Its words are under “Words”."),
    );
    return () => stop.abort();
  }, [document.id, page, width]);
  return (
    <>
      <canvas
        ref={canvas}
        role="img"
        aria-label={`Page ${page} of ${document.name}, as printed. Its words are under “Words”.`}
      />
      {trouble && (
        <p role="alert" className="notice">
          {trouble}
        </p>
      )}
    </>
  );
}

/** Steps in which a width is followed, in points: a page is not drawn anew at every one of them. */
const STEP = 40;

/** How wide an element is shown, rounded up. */
function useWidth(element: React.RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const watched = element.current;
    if (!watched) return;
    const observer = new ResizeObserver(() => setWidth(Math.ceil(watched.clientWidth / STEP) * STEP));
    observer.observe(watched);
    return () => observer.disconnect();
  }, [element]);
  return width;
}
