import { useEffect, useState } from "react";
import { useResource } from "../api.ts";
import type { Purpose } from "../choosing.ts";
import { type Deciding, type Taking, useDeciding } from "../deciding.ts";
import { useDecidingKeys } from "../deciding-keys.ts";
import { KINDS } from "../parts/corrections.tsx";
import { DocumentSide } from "../parts/document-side.tsx";
import { Elsewhere } from "../parts/elsewhere.tsx";
import { PairFacts } from "../parts/pair-facts.tsx";
import { SelectedBar } from "../parts/selected-bar.tsx";
import { Waiting } from "../parts/waiting.tsx";
import { prepareDrawing } from "../pdf.ts";
import { useSelected } from "../selection.ts";
import type { DocumentName, DocumentView, Hit, Pair } from "../views.ts";

type Props = { id: string; query: URLSearchParams };

/** A pair: what was asked on the left, what replies on the right, and between them why, and what persons decided. */
export function PairPage({ id, query }: Props) {
  const pair = useResource<Pair>(`/items/${id}`);
  useEffect(prepareDrawing, []);
  return <Waiting of={pair}>{(value) => <PairView query={query} pair={value} replace={pair.replace} />}</Waiting>;
}

type ViewProps = { pair: Pair; replace: (pair: Pair) => void; query: URLSearchParams };

function PairView({ pair, replace, query }: ViewProps) {
  const [asked, setAsked] = useState<{ document: string; hit: Hit | null } | null>(null);
  const [searching, setSearching] = useState(false);
  const replying = asked?.document ?? replyDocument(pair);
  const deciding = useDeciding({ pair, replace, query, replying });
  useDecidingKeys(deciding, () => setSearching(true));
  const { choosing } = deciding.choice;
  const sideFor = (...purposes: Purpose[]) =>
    choosing && purposes.includes(choosing.purpose) ? { ...deciding.choice, chosen: choosing.chosen } : undefined;
  const { span } = pair.review;
  return (
    <div className="pair">
      <h1 className="hidden">{pair.item.anchor.exact.slice(0, 80)}</h1>
      <DocumentSide
        heading="Asked"
        document={pair.document}
        part={pair.item.part}
        anchors={[{ ...pair.item.anchor, kind: "ask" }]}
        marks={span ? [{ ...span, kind: "ask" }] : []}
        choosing={sideFor("ask", "missed")}
        keys={{ back: "[", forward: "]", find: "Shift+F" }}
      />
      <PairFacts
        pair={pair}
        deciding={deciding}
        show={(document) => setAsked({ document, hit: null })}
        elsewhere={() => setSearching(true)}
      />
      <ReplySide key={replying} pair={pair} id={replying} hit={asked?.hit ?? null} choosing={sideFor("reply")} />
      <Selection pair={pair} deciding={deciding} />
      <Elsewhere
        open={searching}
        close={() => setSearching(false)}
        choose={(hit) => {
          setAsked({ document: hit.document, hit });
          setSearching(false);
        }}
      />
    </div>
  );
}

function Selection({ pair, deciding }: { pair: Pair; deciding: Deciding }) {
  const selected = useSelected();
  const action = (words: string, how: Taking) => ({ words, take: () => selected && deciding.take(how, selected) });
  const inAsking = [
    action("are what is asked", { purpose: "ask" }),
    ...KINDS.map((kind) => action(`are a missed ${kind}`, { purpose: "missed", kind })),
  ];
  const inReply = [
    action("are the reply", { purpose: "reply" }),
    action("belong to the reply too", { purpose: "reply", more: true }),
  ];
  return <SelectedBar selected={selected} actions={selected?.document === pair.document.id ? inAsking : inReply} />;
}

type ReplyProps = {
  pair: Pair;
  id: string | null;
  hit: Hit | null;
  choosing: Parameters<typeof DocumentSide>[0]["choosing"];
};

function ReplySide({ pair, id, hit, choosing }: ReplyProps) {
  const known = [...pair.replying, pair.document].find((each) => each.id === id);
  if (!id)
    return (
      <section className="side" aria-label="Replied">
        <h2>Replied</h2>
        <p className="empty">
          No reply to this is in the store. “answerable ingest” reads one in; <kbd>d</kbd> looks for it among all
          documents.
        </p>
      </section>
    );
  const show = (document: DocumentName) => <ReplyIn pair={pair} document={document} hit={hit} choosing={choosing} />;
  return known ? show(known) : <Fetched id={id}>{show}</Fetched>;
}

function Fetched({ id, children }: { id: string; children: (document: DocumentName) => React.ReactNode }) {
  const document = useResource<DocumentView>(`/documents/${id}`);
  return <Waiting of={document}>{children}</Waiting>;
}

function ReplyIn({
  pair: { links, review },
  document,
  hit,
  choosing,
}: Omit<ReplyProps, "id"> & { document: DocumentName }) {
  const machine = links.flatMap((link) => link.replies).filter((reply) => reply.document === document.id);
  const person = (review.replies ?? []).filter((each) => each.document === document.id);
  const nothing = review.replies ? review.replies.length === 0 : machine.length === 0;
  const sought = hit ? [{ start: hit.start, end: hit.start + hit.words.length, kind: "found" as const }] : [];
  return (
    <DocumentSide
      heading={nothing ? "No reply found in here" : "Replied"}
      document={document}
      part={machine[0]?.part ?? null}
      anchors={review.replies ? [] : machine.map(({ anchor }) => ({ ...anchor, kind: "reply" }))}
      marks={[...person.map((passage) => ({ ...passage, kind: "reply" as const })), ...sought]}
      choosing={choosing}
      keys={{ back: "Shift+{", forward: "Shift+}", find: "f" }}
    />
  );
}

/** The document on the right: the one of the reply, else one in which it may stand. */
function replyDocument({ replying, review, links, document }: Pair): string | null {
  const first = review.replies?.[0]?.document ?? links.flatMap((link) => link.replies)[0]?.document;
  return first ?? replying[0]?.id ?? (links.length > 0 ? document.id : null);
}
