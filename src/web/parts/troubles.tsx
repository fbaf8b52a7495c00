import { dismiss, useTroubles } from "../under-way.ts";
import { LinkTo } from "./link-to.tsx";

/** Decisions that were not kept although the reader had gone on: each with the way back to its pair. */
export function Troubles() {
  const troubles = useTroubles();
  if (troubles.length === 0) return null;
  return (
    <div role="alert" className="notice">
      {troubles.map((trouble) => (
        <p key={trouble.item}>
          A decision was not kept. {trouble.words} <LinkTo to={`/items/${trouble.item}`}>Go back to that pair</LinkTo>{" "}
          <button type="button" onClick={() => dismiss(trouble)}>
            Leave it
          </button>
        </p>
      ))}
    </div>
  );
}
