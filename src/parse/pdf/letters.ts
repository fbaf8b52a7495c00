/** Characters and where each begins: `edges` has one entry a UTF-16 unit and one more for the right end. */
export type Letters = { text: string; edges: number[] };

/** Presentation forms that stand for several letters (Unicode block FB00–FB06), and signs that producers use for a plain one. */
const FOLDED: Readonly<Record<string, string>> = {
  ﬀ: "ff",
  ﬁ: "fi",
  ﬂ: "fl",
  ﬃ: "ffi",
  ﬄ: "ffl",
  ﬅ: "st",
  ﬆ: "st",
  "\u00a0": " ",
  "\u2002": " ",
  "\u2003": " ",
  "\u2009": " ",
  "\u202f": " ",
  "\t": " ",
  "\u2010": "-",
  "\u2011": "-",
  "\u02d7": "-",
};
const NEEDS_FOLDING =
  /[\ufb00-\ufb06\u00a0\u2002\u2003\u2009\u202f\t\u2010\u2011\u02d7\u200b-\u200f\u2060\ufeff\u0000-\u0008\u000e-\u001f]| {2}/;
const INVISIBLE = /[\u200b-\u200f\u2060\ufeff\u0000-\u0008\u000e-\u001f]/;

/** The letters of a drawn piece: ligatures taken apart, odd spaces made plain and single, signs without a shape left out. */
export function lettersOf(text: string, width: number, edges: readonly number[] | null): Letters {
  const all = edges
    ? edges.concat(width)
    : Array.from({ length: text.length + 1 }, (_, at) => (width * at) / text.length);
  if (!NEEDS_FOLDING.test(text)) return { text, edges: all };
  const out: Letters = { text: "", edges: [] };
  for (let index = 0; index < text.length; index++) {
    const put = foldedFor(text[index]!, out.text);
    for (let part = 0; part < put.length; part++)
      out.edges.push(all[index]! + ((all[index + 1]! - all[index]!) * part) / put.length);
    out.text += put;
  }
  out.edges.push(width);
  return out;
}

function foldedFor(sign: string, before: string): string {
  if (INVISIBLE.test(sign)) return "";
  const put = FOLDED[sign] ?? sign;
  return put === " " && before.endsWith(" ") ? "" : put;
}
