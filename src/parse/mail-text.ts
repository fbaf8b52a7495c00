import type { BlockDraft } from "../document/text-builder.ts";
import { draftsIn, nextGroup } from "./text/drafts.ts";
import { isBlank, type Line, linesOf } from "./text/line.ts";
import { settingOf } from "./text/paragraphs.ts";

/** A stretch of an e-mail's text: `depth` signs of quotation before each line, 0 for what the sender wrote now. */
type Stretch = { depth: number; lines: Line[] };

/** The text of an e-mail to blocks. What is quoted with ">" becomes quotations, each stretch of it a group of its own. */
export function readMailText(text: string): BlockDraft[] {
  const stretches = stretchesOf(linesOf(text, false));
  // answers between the lines are too short to tell how they were broken: the whole message tells
  const setting = settingOf(stretches.flatMap(({ lines }) => lines));
  let group = 0;
  return stretches.flatMap(({ depth, lines }) => {
    const drafts = draftsIn(lines, setting, group);
    group = nextGroup(drafts, group);
    if (depth === 0) return drafts;
    const quotation = group++;
    return drafts.map((draft): BlockDraft => ({ ...draft, group: quotation, groupKind: "quotation" }));
  });
}

const SIGNS = /^(?:>\s?)+/;
/** RFC 3676, 4.3: a line of two dashes parts the message from the signature. */
const SIGNATURE = "--";

function stretchesOf(lines: readonly Line[]): Stretch[] {
  const out: Stretch[] = [{ depth: 0, lines: [] }];
  for (const line of lines) {
    const signs = SIGNS.exec(line.text)?.[0] ?? "";
    const depth = signs.split(">").length - 1;
    const last = out.at(-1)!;
    const inner = signs ? unquoted(line, signs.length) : line;
    // a blank line between two quoted ones may have lost its sign
    if ((depth !== last.depth && !isBlank(line)) || inner.text === SIGNATURE) out.push({ depth, lines: [inner] });
    else last.lines.push(inner);
  }
  return out.filter((stretch) => stretch.lines.some((line) => !isBlank(line)));
}

function unquoted(line: Line, signs: number): Line {
  const rest = line.text.slice(signs);
  const text = rest.trimStart();
  return { ...line, text, indent: rest.length - text.length };
}
