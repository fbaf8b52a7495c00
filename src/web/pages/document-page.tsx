import { useState } from "react";
import type { ItemKind } from "../../records/item.ts";
import { type Refused, useResource } from "../api.ts";
import { passagesTaken } from "../choosing.ts";
import { KINDS } from "../parts/corrections.tsx";
import { DocumentSide } from "../parts/document-side.tsx";
import { Margin } from "../parts/margin.tsx";
import { SelectedBar } from "../parts/selected-bar.tsx";
import { Waiting } from "../parts/waiting.tsx";
import { go } from "../route.ts";
import { useSelected } from "../selection.ts";
import { addItem } from "../under-way.ts";
import type { DocumentView } from "../views.ts";

/** A document with all that was found in it in the margin. `?item=` or `?at=` scrolls to a place. */
export function DocumentPage({ id, query }: { id: string; query: URLSearchParams }) {
  const document = useResource<DocumentView>(`/documents/${id}`);
  return <Waiting of={document}>{(value) => <View document={value} query={query} />}</Waiting>;
}

function View({ document, query }: { document: DocumentView; query: URLSearchParams }) {
  const at = Number(query.get("at") ?? document.items[0]?.anchor.start ?? 0);
  const first = document.items.find((item) => item.id === query.get("item"));
  const others = document.items.filter((item) => item !== first);
  const anchors = [...(first ? [first] : []), ...others].map((item) => ({ ...item.anchor, kind: "ask" as const }));
  return (
    <div className="document">
      <h1>{document.title ?? document.name}</h1>
      {document.findings.map((finding) => (
        <p key={finding.message} className="notice">
          {finding.page && `Page ${finding.page}: `}
          {finding.message}
        </p>
      ))}
      <div className="beside">
        <DocumentSide
          heading="Document"
          document={document}
          part={null}
          anchors={anchors}
          marks={query.has("at") ? [{ start: at, end: Number(query.get("to") ?? at), kind: "found" }] : []}
          keys={{ back: "[", forward: "]", find: "f" }}
        />
        <Margin document={document} />
      </div>
      <Missed document={document.id} />
    </div>
  );
}

/** Selected words can be added as an item that the machine missed. */
function Missed({ document }: { document: string }) {
  const selected = useSelected();
  const [said, setSaid] = useState("");
  const add = (kind: ItemKind) => async () => {
    if (!selected) return;
    try {
      const [passage] = await passagesTaken(selected);
      const added = await addItem(kind, passage!);
      go(`/items/${added.item.id}`);
    } catch (error) {
      setSaid((error as Refused).message);
    }
  };
  const actions = KINDS.map((kind) => ({ words: `are a missed ${kind}`, take: add(kind) }));
  return (
    <>
      <p role="status">{said}</p>
      <SelectedBar selected={selected?.document === document ? selected : null} actions={actions} />
    </>
  );
}
