import { useEffect, useState } from "react";
import type { Anchor, Span } from "../../records/anchor.ts";
import { get } from "../api.ts";

/** The anchors of stretches of a document, with where they are printed; empty until they are there, and where nothing is printed. */
export function useAnchors<M extends Span>(document: string, marks: readonly M[], printed: boolean): (M & Anchor)[] {
  const [anchors, setAnchors] = useState<{ key: string; found: (M & Anchor)[] }>({ key: "", found: [] });
  const key = `${document} ${JSON.stringify(marks)}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says all that the marks say
  useEffect(() => {
    let wanted = true;
    const asked = printed ? marks : [];
    Promise.all(
      asked.map(({ start, end }) => get<Anchor>(`/documents/${document}/anchor?start=${start}&end=${end}`)),
    ).then(
      (found) => wanted && setAnchors({ key, found: found.map((anchor, at) => ({ ...asked[at]!, ...anchor })) }),
      // without its place on the page a passage is still shown in the words
      () => wanted && setAnchors({ key, found: [] }),
    );
    return () => {
      wanted = false;
    };
  }, [key, printed]);
  return anchors.key === key ? anchors.found : [];
}
