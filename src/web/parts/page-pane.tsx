import { useEffect, useRef, useState } from "react";
import type { Anchor } from "../../records/anchor.ts";
import type { DocumentName } from "../views.ts";

type Props = {
  document: Pick<DocumentName, "id" | "name" | "pages">;
  page: number;
  turn: (page: number) => void;
  anchors: readonly (Pick<Anchor, "boxes"> & { kind: string })[];
};

const SIZES = [100, 150, 200];

/** A page as it is printed, with boxes over what was found. */
export function PagePane({ document, page, turn, anchors }: Props) {
  const [size, setSize] = useState(100);
  const { width, height } = document.pages[page - 1] ?? document.pages[0]!;
  const boxes = anchors.flatMap(({ boxes, kind }) =>
    boxes.filter((box) => box.page === page).map((box) => ({ ...box, kind })),
  );
  const sheet = useRef<HTMLDivElement>(null);
  const top = boxes[0]?.y ?? 0;
  useEffect(() => {
    const pane = sheet.current?.closest(".pane");
    if (pane) pane.scrollTop = (top / height) * sheet.current!.clientHeight - 80;
  }, [top, height]);
  return (
    <div>
      <div className="turn">
        <button type="button" disabled={page <= 1} onClick={() => turn(page - 1)}>
          Page before
        </button>
        <span>
          page {page} of {document.pages.length}
        </span>
        <button type="button" disabled={page >= document.pages.length} onClick={() => turn(page + 1)}>
          Next page
        </button>
        <label>
          Size{" "}
          <select value={size} onChange={(event) => setSize(Number(event.target.value))}>
            {SIZES.map((each) => (
              <option key={each} value={each}>
                {each} %
              </option>
            ))}
          </select>
        </label>
      </div>
      <div className="sheet" ref={sheet} style={{ width: `${size}%` }}>
        <img
          src={`/api/v1/documents/${document.id}/pages/${page}/image?scale=2`}
          alt={`Page ${page} of ${document.name}, as printed. Its words are under “Words”.`}
          width={Math.round(width)}
          height={Math.round(height)}
        />
        <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
          {boxes.map((box) => (
            <rect
              key={`${box.x} ${box.y}`}
              className={box.kind}
              {...{ x: box.x, y: box.y, width: box.width, height: box.height }}
            />
          ))}
        </svg>
      </div>
    </div>
  );
}
