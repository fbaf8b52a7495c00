import { type FormEvent, useState } from "react";
import type { Span } from "../../records/anchor.ts";
import { get, type Refused } from "../api.ts";

type Props = { document: string; name: string; keyName: string; found: (place: Span | null) => void };

/** Finds words within one document and goes from one place to the next; Enter goes on. */
export function FindIn({ document, name, keyName, found }: Props) {
  const [places, setPlaces] = useState<{ words: string; rows: Span[]; at: number }>({ words: "", rows: [], at: 0 });
  const [said, setSaid] = useState("");
  const show = (words: string, rows: Span[], at: number) => {
    setPlaces({ words, rows, at });
    setSaid(words === "" ? "" : rows.length === 0 ? "not in here" : `${at + 1} of ${rows.length}`);
    found(rows[at] ?? null);
  };
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const words = `${new FormData(event.currentTarget).get("words") ?? ""}`.trim();
    if (words === places.words && places.rows.length > 0)
      return show(words, places.rows, (places.at + 1) % places.rows.length);
    await get<{ rows: Span[] }>(`/documents/${document}/find?words=${encodeURIComponent(words)}`).then(
      ({ rows }) => show(words, rows, 0),
      (error: Refused) => setSaid(error.message),
    );
  };
  return (
    <form className="find" onSubmit={submit}>
      <input
        name="words"
        type="search"
        aria-label={`Find in ${name}`}
        placeholder={`Find (${keyName.replace("+", " ")})`}
        data-find={keyName}
        onKeyDown={(event) => event.key === "Escape" && event.currentTarget.blur()}
      />{" "}
      <span role="status" className="faint">
        {said}
      </span>
    </form>
  );
}
