import type { Person } from "../records/person.ts";
import { readName } from "./name.ts";
import { kindOfLine, readPeople, splitNamed } from "./people.ts";
import { blockOf, isProse, isWhole, type Line, type Range, type View, within } from "./view.ts";

/** A question of a printed list: the line of its title (or of its number), and of its number; the title printed behind that; of a supplementary one, who asked and answered before it. */
export type Entry = {
  title: number;
  number: number;
  label: string;
  about?: string | undefined;
  asker?: Person | undefined;
  answerer?: Person | undefined;
};

/** A list has at least this many questions under headings with plain numbers or askers; one printed number of a register is enough. */
const FEWEST_HEADINGS = 2;

/**
 * Questions under "Question 4", "Public question 1", "3. Question from Tom Reed to the Leader", "From Ms Moss, Fen Road"; a supplementary question bears
 * the number of the one before it.
 */
export function headedQuestions(view: View, lines: readonly { line: Line; index: number }[]): Entry[] {
  const entries: Entry[] = [];
  for (const { line, index } of lines) {
    const groups = view.rules.read("question-heading", line.text)?.groups;
    const named = namedHeading(view, index);
    if (groups) {
      const label = groups.number ?? groups.q ?? entries.at(-1)?.label ?? "";
      entries.push({ title: index, number: index, label, asker: named?.asker, answerer: named?.answerer });
    } else if (named && entries.at(-1)?.number !== index - 1)
      entries.push({ title: titleOver(view, index), number: index, ...named });
  }
  const known = entries.filter(({ label, asker }) => label !== "" || asker !== undefined);
  return known.length < FEWEST_HEADINGS ? [] : entries;
}

/** How far above a question its page may say who asks, in lines. */
const FIELDS = 16;

/** The questions of pages that print a register's entry in fields: "Question by", "Question", "Answer", each a label over its words. */
export function fieldedQuestions(view: View, range: Range): Entry[] {
  const lines = within(view, range);
  const labels = lines.filter(({ line }) => view.rules.shows(line.text, "question-label"));
  return labels.flatMap(({ index }, nth): Entry[] => {
    const next = labels[nth + 1]?.index ?? range.to;
    const answered = within(view, { from: index + 1, to: next }).some(({ line }) =>
      view.rules.shows(line.text, "answer-label"),
    );
    const over = { from: Math.max(labels[nth - 1]?.index ?? range.from, index - FIELDS), to: index };
    const asker = fieldIn(view, over, "asker-label", "asked-by");
    if (!answered || asker === null) return [];
    const answerer = fieldIn(view, over, "answerer-label", "answered-by");
    return [{ title: index, number: index, label: "", asker, answerer: answerer ?? undefined }];
  });
}

/** Who stands in a field of a question's page: behind its label in one line, or below it; null where no line has it. */
export function fieldIn(
  view: View,
  range: Range,
  label: "asker-label" | "answerer-label",
  line: "asked-by" | "answered-by",
): Person | null {
  for (const {
    line: { text },
    index,
  } of within(view, range)) {
    const value = view.rules.read(line, text)?.groups?.value;
    if (value) return partyIn(view, value);
    if (view.rules.shows(text, label)) return partyIn(view, view.lines[index + 1]?.text ?? "");
  }
  return null;
}

/** Who asks, and whom, as a line over a question says; null where it says nothing of the kind. */
function namedHeading(view: View, index: number): Pick<Entry, "label" | "asker" | "answerer"> | null {
  const { text } = view.lines[index]!;
  const groups = view.rules.read("question-from", text)?.groups;
  const below = view.lines[index + 1]?.text ?? "";
  if (!groups || blockOf(view, index).kind === "cell" || view.rules.shows(below, "to-ask")) return null;
  const bare = groups.bare !== undefined;
  const { bold, kind } = blockOf(view, index);
  if (bare && !((bold || kind === "heading") && isWhole(view, index))) return null;
  const asker = partyIn(view, groups.asker!) ?? undefined;
  if (!asker && !bare && !groups.answerer) return null;
  return {
    label: groups.number ?? groups.nth ?? "",
    asker,
    answerer: groups.answerer ? (partyIn(view, groups.answerer) ?? undefined) : undefined,
  };
}

/** What a question is about, on the line over the one that says who asks it. */
function titleOver(view: View, index: number): number {
  const above = index > 0 ? blockOf(view, index - 1) : null;
  return above?.kind === "heading" && !isProse(view.lines[index - 1]!.text) && isWhole(view, index - 1)
    ? index - 1
    : index;
}

/** "Mr R Goodliffe, Save Our Ponds", "Councillor Lamb, Cabinet Member for Parks", "the Leader of the Council". */
export function partyIn(view: View, text: string): Person | null {
  const words = text.replace(/,? (?:on behalf of|of|representing) (?:the )?(?=\p{Lu})/u, ", ").trim();
  const [person] = readPeople(splitNamed(words, view.rules), view.rules);
  if (person && person.name !== null) return person;
  const [first = "", ...rest] = words.split(/,\s+|\s+\(/);
  const name = readName(first, view.rules)?.name;
  const body = rest.join(", ").replace(/\)$/, "");
  if (name && !view.rules.holds("role", first))
    return { name, role: null, organisation: kindOfLine(body, view.rules) === "organisation" ? body : null };
  const office = first.replace(/^the /i, "");
  const role = view.rules.bodyNamed(office) ?? view.rules.bodyNamed(`the ${office}`) ?? office;
  return view.rules.holds("role", first) ? { name: null, role, organisation: null } : null;
}
