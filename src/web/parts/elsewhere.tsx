import { type FormEvent, useEffect, useRef, useState } from "react";
import { get, type Refused } from "../api.ts";
import type { Hit } from "../views.ts";

type Props = { open: boolean; close: () => void; choose: (hit: Hit) => void };

/** Looks for the document that replies by its words, among all that are in the store. */
export function Elsewhere({ open, close, choose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [hits, setHits] = useState<Hit[]>([]);
  const [said, setSaid] = useState("");
  useEffect(() => {
    if (open) dialog.current?.showModal();
    else dialog.current?.close();
  }, [open]);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const words = `${new FormData(event.currentTarget).get("words") ?? ""}`;
    await get<{ rows: Hit[] }>(`/search?most=20&words=${encodeURIComponent(words)}`).then(
      ({ rows }) => {
        setHits(rows);
        setSaid(rows.length === 0 ? "No passage holds all these words. Try fewer." : "");
      },
      (error: Refused) => setSaid(error.message),
    );
  };
  return (
    <dialog ref={dialog} onClose={close} aria-labelledby="elsewhere">
      <h2 id="elsewhere">Find the reply in another document</h2>
      <form className="filters" onSubmit={submit}>
        <label>
          Words that all stand in one passage of it <input name="words" type="search" />
        </label>
        <button type="submit">Search</button>
        <button type="button" onClick={close}>
          Close
        </button>
      </form>
      <p role="status">{said}</p>
      <ul className="hits">
        {hits.map((hit) => (
          <li key={`${hit.document} ${hit.start}`}>
            <button type="button" onClick={() => choose(hit)}>
              {hit.name}
              {hit.page && `, page ${hit.page}`}
            </button>
            <p className="clamp">{hit.words}</p>
          </li>
        ))}
      </ul>
    </dialog>
  );
}
