import { ofItem } from "../pipeline/of-item.ts";
import type { DocumentRecord } from "../records/document-record.ts";
import type { Item } from "../records/item.ts";
import type { Link } from "../records/link.ts";
import type { Part } from "../records/part.ts";
import type { Person } from "../records/person.ts";
import { style } from "./style.ts";
import { wrap } from "./wrap.ts";

type Names = ReadonlyMap<string, string>;

/** A document as a person would read it: its parts, what is asked and promised in each, and what came back. */
export function describeDocument(record: DocumentRecord, names: Names): string {
  const { source } = record;
  const head = [
    style.strong(record.title ?? source.name),
    style.faint(
      [source.uri, ...source.otherNames, record.id.slice(0, 12), `read by ${record.pipeline.name}`].join(" · "),
    ),
    ...(record.copyOf
      ? [style.doubtful(`The same text as ${record.copyOf.slice(0, 12)}, which is the one counted.`)]
      : []),
    ...record.findings.map((each) =>
      style.doubtful(`${each.page ? `page ${each.page}: ` : ""}${each.message} (${each.code})`),
    ),
  ];
  return [head.join("\n"), ...record.parts.map((part) => describePart(record, part, names))].join("\n\n");
}

function describePart(record: DocumentRecord, part: Part, names: Names): string {
  const items = record.items.filter((item) => item.part === part.id);
  const lines = [
    `${style.strong(part.kind)}${part.date ? ` of ${part.date}${part.dateInferred ? " (inferred)" : ""}` : ""}`,
    ...(part.from.length > 0 ? [`  from ${part.from.map(nameOf).join("; ")}`] : []),
    ...(part.to.length > 0 ? [`  to ${part.to.map(nameOf).join("; ")}`] : []),
    ...(part.subject ? [`  about ${part.subject}`] : []),
    ...(part.inReplyTo ? [`  in reply to ${describeReplyTo(part)}`] : []),
  ];
  return [lines.join("\n"), ...items.map((item) => describeItem(record, item, names, { evidence: false }))].join(
    "\n\n",
  );
}

const nameOf = ({ name, role, organisation }: Person): string => [name, role, organisation].filter(Boolean).join(", ");

function describeReplyTo({ inReplyTo }: Part): string {
  const { date, subject, references } = inReplyTo!;
  return (
    [date && `a letter of ${date}`, subject && `"${subject}"`, ...references].filter(Boolean).join(", ") ||
    "an earlier letter"
  );
}

/** One item with its words, where it stands, by when, and what came back. */
export function describeItem(record: DocumentRecord, item: Item, names: Names, show = { evidence: true }): string {
  const { deadlines, links } = ofItem(record, item);
  const head = [item.kind, item.label, item.restated && "restated", item.anchor.page && `page ${item.anchor.page}`];
  return [
    `  ${style.faint(item.id.slice(0, 8))}  ${head.filter(Boolean).join(" · ")}${item.to.length > 0 ? ` · to ${item.to.join("; ")}` : ""}`,
    ...(item.leadIn ? [style.faint(wrap(item.leadIn.exact, "    "))] : []),
    wrap(item.anchor.exact, "    "),
    ...deadlines.map(
      (each) =>
        `    ${style.doubtful("due")} ${each.date ?? each.precision} – "${oneLine(each.anchor.exact)}"${each.relativeTo ? `, counted from ${each.relativeTo}` : ""}`,
    ),
    ...(show.evidence ? [evidence(`confidence ${item.confidence.toFixed(2)}`, item.evidence)] : []),
    ...links.map((link) => describeLink(link, names, show)),
    ...(links.length === 0 && item.kind !== "undertaking" ? [`    ${style.faint("open: no reply in reach")}`] : []),
  ].join("\n");
}

function describeLink(link: Link, names: Names, show: { evidence: boolean }): string {
  const paint = link.outcome === "unanswered" || link.outcome === "declined" ? style.bad : style.good;
  const from = [...new Set(link.replies.map((reply) => names.get(reply.document) ?? reply.document.slice(0, 12)))].join(
    ", ",
  );
  return [
    `    ${paint(`→ ${link.outcome}`)}${from ? ` in ${from}` : ""}${link.ambiguous ? style.doubtful(" (uncertain: see the rivals)") : ""}`,
    ...link.replies.map((reply) =>
      wrap(`${reply.anchor.page ? `[page ${reply.anchor.page}] ` : ""}${reply.anchor.exact}`, "      "),
    ),
    ...(show.evidence ? [evidence(`confidence ${link.confidence.toFixed(2)}`, link.evidence)] : []),
    ...(show.evidence
      ? link.rivals.map((rival) =>
          style.faint(wrap(`or (${rival.confidence.toFixed(2)}): ${rival.anchor.exact}`, "      ")),
        )
      : []),
  ].join("\n");
}

const evidence = (first: string, reasons: readonly string[]): string =>
  style.faint([first, ...reasons].map((reason) => wrap(reason, "    · ")).join("\n"));

const oneLine = (words: string): string => words.replace(/\s+/g, " ");
