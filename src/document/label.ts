/** A printed number or letter of a statement: "6", "8.12", "1(a)", "4. (a) (iv)", "3a"; a pattern without groups or anchors. */
export const LABEL = String.raw`\d{1,3}(?:\.\d{1,3})*[a-z]?\.?(?:\s?\([a-z0-9]{1,4}\))*`;

/** Several of them in a row: "2 and 7", "4, 5 and 9", "8.10–8.12". */
const SEVERAL = new RegExp(`^(${LABEL})(?:\\s*(?:,|and|&|,\\s*and|–|-|to)\\s*(${LABEL}))*$`, "i");

/** A label in its normal form: "4. (a) (iv)" is "4(a)(iv)", "6." is "6". */
export const normaliseLabel = (label: string): string =>
  label
    .replace(/\s+/g, "")
    .replace(/\.(?=\(|$)/g, "")
    .replace(/^\((.*)\)$/, (whole, inner: string) => (/[()]/.test(inner) ? whole : inner));

/**
 * The labels that a run of words names ("2 and 7" → 2, 7; "8.10–8.12" → 8.10, 8.11, 8.12), in normal form; empty where it
 * is something else. Ranges are counted out by their last number, up to fifty.
 */
export function readLabels(words: string): string[] {
  if (!SEVERAL.test(words.trim())) return [];
  const out: string[] = [];
  for (const match of words.matchAll(new RegExp(`(?<range>–|-|to)?\\s*(?<label>${LABEL})`, "gi"))) {
    const label = normaliseLabel(match.groups!.label!);
    const from = out.at(-1);
    if (match.groups!.range && from !== undefined) out.push(...between(from, label));
    out.push(label);
  }
  return out;
}

const MOST = 50;

/** The labels between two that differ in their last number only. */
function between(from: string, to: string): string[] {
  const [, stem = "", first = ""] = /^(.*?)(\d+)$/.exec(from) ?? [];
  const [, same = "", last = ""] = /^(.*?)(\d+)$/.exec(to) ?? [];
  const count = Number(last) - Number(first) - 1;
  if (first === "" || last === "" || stem !== same || count < 1 || count > MOST) return [];
  return Array.from({ length: count }, (_, index) => `${stem}${Number(first) + 1 + index}`);
}
