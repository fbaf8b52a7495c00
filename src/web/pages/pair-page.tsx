import { useState } from "react";
import { useResource } from "../api.ts";
import { type Choosing, useDeciding } from "../deciding.ts";
import { DocumentSide } from "../parts/document-side.tsx";
import { PairFacts } from "../parts/pair-facts.tsx";
import { Waiting } from "../parts/waiting.tsx";
import type { Pair } from "../views.ts";

type Props = { id: string; query: URLSearchParams };

/** A pair: what was asked on the left, what replies on the right, and between them why, and what persons decided. */
export function PairPage({ id, query }: Props) {
  const pair = useResource<Pair>(`/items/${id}`);
  return <Waiting of={pair}>{(value) => <PairView query={query} pair={value} replace={pair.replace} />}</Waiting>;
}

type ViewProps = { pair: Pair; replace: (pair: Pair) => void; query: URLSearchParams };

function PairView({ pair, replace, query }: ViewProps) {
  const [asked, setAsked] = useState<string | null>(null);
  const replying = replyDocument(pair, asked);
  const deciding = useDeciding({ pair, replace, query, replying: replying?.id ?? null });
  const { choosing, toggle } = deciding;
  const choosingAt = (side: Choosing["side"]) =>
    choosing?.side === side ? { chosen: choosing.chosen, toggle } : undefined;
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
        choosing={choosingAt("ask")}
        keys={["[", "]"]}
      />
      <PairFacts pair={pair} deciding={deciding} show={setAsked} />
      {replying ? (
        <ReplySide key={replying.id} pair={pair} document={replying} choosing={choosingAt("reply")} />
      ) : (
        <section className="side" aria-label="Replied">
          <h2>Replied</h2>
          <p className="empty">No reply to this is in the store. “answerable ingest” reads one in.</p>
        </section>
      )}
    </div>
  );
}

type ReplyProps = {
  pair: Pair;
  document: Pair["document"];
  choosing: Parameters<typeof DocumentSide>[0]["choosing"];
};

function ReplySide({ pair: { links, review }, document, choosing }: ReplyProps) {
  const machine = links.flatMap((link) => link.replies).filter((reply) => reply.document === document.id);
  const person = (review.replies ?? []).filter((each) => each.document === document.id);
  const nothing = review.replies ? review.replies.length === 0 : machine.length === 0;
  return (
    <DocumentSide
      heading={nothing ? "No reply found in here" : "Replied"}
      document={document}
      part={machine[0]?.part ?? null}
      anchors={review.replies ? [] : machine.map(({ anchor }) => ({ ...anchor, kind: "reply" }))}
      marks={person.map((passage) => ({ ...passage, kind: "reply" }))}
      choosing={choosing}
      keys={["Shift+{", "Shift+}"]}
    />
  );
}

/** The document on the right: the one asked for, else the one of the reply, else one in which it may stand. */
function replyDocument({ replying, review, links, document }: Pair, asked: string | null): Pair["document"] | null {
  const first = asked ?? review.replies?.[0]?.document ?? links.flatMap((link) => link.replies)[0]?.document;
  return replying.find((each) => each.id === first) ?? replying[0] ?? (links.length > 0 ? document : null);
}
