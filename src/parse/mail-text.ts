import type { BlockDraft } from "../document/text-builder.ts";
import { draftsOf } from "./text/drafts.ts";
import { isBlank, type Line, linesOf } from "./text/line.ts";

/** A stretch of an e-mail's text: `depth` signs of quotation before each line, 0 for what the sender wrote now. */
type Stretch = { depth: number; lines: Line[] };

/** The text of an e-mail to blocks. Quoted history becomes quotations, each message a group of its own. */
export function readMailText(text: string): BlockDraft[] {
  let group = 0;
  return stretchesOf(linesOf(text, false)).flatMap(({ depth, lines }) => {
    const drafts = draftsOf(lines, group);
    group += drafts.length;
    if (depth === 0) return drafts;
    const quotation = group++;
    return drafts.map((draft) =>
      draft.group === null ? { ...draft, group: quotation, groupKind: "quotation" as const } : draft,
    );
  });
}

const SIGNS = /^(?:>\s?)+/;
const SIGNATURE = /^--$/;
const HISTORY = /^[-_]{2,}\s*(?:original|forwarded) message\s*[-_]{2,}$|^begin forwarded message:$|^_{10,}$/i;
const WROTE = /\b(?:wrote|writes):$/;

function stretchesOf(lines: readonly Line[]): Stretch[] {
  const out: Stretch[] = [];
  let history = 0;
  const open = (depth: number) => out.push({ depth, lines: [] });
  open(0);
  for (const line of lines) {
    const signs = SIGNS.exec(line.text)?.[0] ?? "";
    const inner = unquoted(line, signs);
    if (startsHistory(inner.text)) {
      history++;
      open(history + signs.split(">").length - 1);
    }
    if (SIGNATURE.test(line.text)) open(history);
    const depth = history + signs.split(">").length - 1;
    if (depth !== out.at(-1)!.depth && !(isBlank(line) && depth < out.at(-1)!.depth)) {
      const attribution = depth > out.at(-1)!.depth ? takeAttribution(out.at(-1)!.lines) : [];
      open(depth);
      out.at(-1)!.lines.push(...attribution);
    }
    out.at(-1)!.lines.push(inner);
  }
  return out.filter((stretch) => stretch.lines.some((line) => !isBlank(line)));
}

const startsHistory = (text: string): boolean => HISTORY.test(text);

function unquoted(line: Line, signs: string): Line {
  const rest = line.text.slice(signs.length);
  const text = rest.trimStart();
  return signs ? { ...line, text, indent: rest.length - text.length } : line;
}

/** "On 3 June, X wrote:" belongs to what is quoted under it; it takes up to three lines. */
function takeAttribution(lines: Line[]): Line[] {
  let end = lines.length;
  while (end > 0 && isBlank(lines[end - 1]!)) end--;
  if (end === 0 || !WROTE.test(lines[end - 1]!.text)) return [];
  let start = end - 1;
  while (start > 0 && end - start < 3 && !/^On\b/.test(lines[start]!.text) && !isBlank(lines[start - 1]!)) start--;
  return lines.splice(start, lines.length - start);
}
