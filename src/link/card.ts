import { hasMoreWords } from "../document/few-words.ts";
import { casesIn, namedIn } from "./case-number.ts";
import { type Fingerprint, fingerprintOf } from "./copy.ts";
import { says } from "./cues.ts";
import type { ExtractedDocument } from "./extracted.ts";
import { bareLabel, LABEL_REACH, labelsNamed } from "./numbered.ts";
import { type PartCard, partCardOf, tellingWords } from "./part-pairs.ts";
import { restatementsIn } from "./restatement.ts";
import type { LinkRules } from "./rules.ts";
import { type Sketch, sketchOf } from "./sketch.ts";

/** The little of a document that tells whom it answers: small enough to hold one for each document of a collection. */
export type CorrespondenceCard = {
  document: string;
  parts: PartCard[];
  /** Telling words of its title. */
  title: string[];
  /** Telling words of its opening, in order. */
  opening: string[];
  /** Runs of words in its title and subjects, and at its head: how one document names another. */
  entitled: Sketch;
  headed: Sketch;
  /** Its short titles and subjects, whole; and the runs of so many words in all of them. */
  called: Sketch;
  calls: Sketch;
  /** The first words of its titles, and of those by which it names reports at its head. */
  titled: Sketch;
  naming: Sketch;
  /** E-mail: its own message id, and those that it answers. */
  message: string | null;
  answersMessages: string[];
  /** Sketches of its recommendations and asks, and of those of others that it sets out again. */
  says: Sketch[];
  restates: Sketch[];
  /** Hashes of telling words: of what it asks, and of all that it says. */
  asksAbout: Sketch;
  speaksOf: Sketch;
  /** Surnames at its head and foot: who writes to whom, where its parts do not tell. */
  names: string[];
  /** Numbers of cases and references at its head: what two letters on one matter share. */
  cases: string[];
  /** Labels of what it asks; and those that its headings, and the openings of its paragraphs, say that they answer. */
  labels: string[];
  answersLabels: string[];
  /** Whether it shows itself to be an answer to something. */
  replies: boolean;
  print: Fingerprint;
};

/** Hashes kept of a wording, of what is asked, of what is said; and how many items a card holds. */
const SKETCH = 8;
const ASKED = 48;
const SAID = 160;
const ITEMS = 80;
/** Runs kept of titles and of a head. */
const TITLED = 24;
const HEADED = 96;
/** How many telling words of a document's opening are kept. */
const OPENING = 120;

/** The card of a document. */
export function cardOf(extracted: ExtractedDocument, rules: LinkRules): CorrespondenceCard {
  const { document, structure, items } = extracted;
  const wanted = items.filter((item) => item.kind !== "undertaking").slice(0, ITEMS);
  const sketch = (words: string) => sketchOf(tellingWords(words, rules), SKETCH);
  const titles = [document.title, ...structure.parts.map((part) => part.subject)].map((words) => words ?? "");
  return {
    document: document.id,
    parts: structure.parts.map((part) => partCardOf(part, rules)),
    title: tellingWords(document.title, rules),
    opening: tellingWords(document.text.slice(0, HEAD), rules).slice(0, OPENING),
    entitled: sketchOf(
      titles.flatMap((words) => runsIn(words, RUN, rules)),
      TITLED,
    ),
    headed: sketchOf(runsIn(document.text.slice(0, TITLE_PAGE), RUN, rules), HEADED),
    called: sketchOf(
      titles.flatMap((words) => SHORT.flatMap((run) => (hasMoreWords(words, run) ? [] : runsIn(words, run, rules)))),
      TITLED,
    ),
    calls: sketchOf(
      titles.flatMap((words) => SHORT.flatMap((run) => runsIn(words, run, rules))),
      HEADED,
    ),
    titled: sketchOf(
      titles.flatMap((words) => firstRuns(mainTitle(words), rules).slice(-1)),
      TITLED,
    ),
    naming: sketchOf(
      namedIn(document.text.slice(0, HEAD), rules.titlesNamed, "title").flatMap((words) => firstRuns(words, rules)),
      TITLED,
    ),
    message: document.metadata["message-id"] ?? null,
    answersMessages: messageIds(document.metadata["in-reply-to"], document.metadata.references),
    says: wanted.filter((item) => !item.restated).map((item) => sketch(item.anchor.exact)),
    restates: restatementsIn(extracted, rules)
      .slice(0, ITEMS)
      .map((each) => sketch(document.text.slice(each.start, each.end))),
    asksAbout: sketchOf(
      wanted.flatMap((item) => tellingWords(item.anchor.exact, rules)),
      ASKED,
    ),
    speaksOf: sketchOf(tellingWords(document.text.slice(0, 50_000), rules), SAID),
    names: namesIn(`${document.text.slice(0, HEAD)}\n${document.text.slice(-FOOT)}`, rules),
    cases: casesIn(extracted, HEAD, rules),
    labels: [...new Set(wanted.flatMap(({ label, restated }) => (label && !restated ? [bareLabel(label)] : [])))],
    answersLabels: labelsAnswered(extracted, rules),
    replies:
      structure.parts.some((part) => part.kind === "reply" || part.kind === "response") ||
      says(document.text.slice(0, HEAD).replace(/[’‘]/g, "'"), rules.replyOpenings),
    print: fingerprintOf(extracted),
  };
}

/** A card from its JSON, its long sketches packed: a collection's cards are held all at once. */
export function readCard(json: string): CorrespondenceCard {
  const card = JSON.parse(json) as CorrespondenceCard;
  const { asksAbout, speaksOf, headed, calls, print } = card;
  return {
    ...card,
    headed: Uint32Array.from(headed),
    calls: Uint32Array.from(calls),
    asksAbout: Uint32Array.from(asksAbout),
    speaksOf: Uint32Array.from(speaksOf),
    print: { ...print, runs: Uint32Array.from(print.runs), particulars: Uint32Array.from(print.particulars) },
  };
}

/** How much of a document's head and foot is looked through for names, in UTF-16 code units. */
const HEAD = 2000;
const FOOT = 800;
/** And how much of it for its title, wherever that is printed. */
const TITLE_PAGE = 500;
/** Words in a row that two texts rarely share by chance. */
const RUN = 4;
/** How many words a short title has: too few for more than one run. */
const SHORT: readonly number[] = [3, 4];
const NAME =
  /(?<=\b(?:Dear|Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Cllr|Councillor|Professor)\.?[ \t]+(?:\p{Lu}[\p{L}'’-]+[ \t]+){0,2})\p{Lu}[\p{L}'’-]{2,}|(?<=\p{Lu}[\p{L}'’-]+[ \t]+)\p{Lu}[\p{L}'’-]{2,}/gu;

/** What the headings of a document and the openings of its paragraphs name by its label. */
function labelsAnswered({ document }: ExtractedDocument, rules: LinkRules): string[] {
  const labels = document.blocks.flatMap(({ body, end }) => [
    ...labelsNamed(document.text.slice(body, Math.min(end, body + LABEL_REACH)), rules),
  ]);
  return [...new Set(labels)].slice(0, ITEMS);
}

/** The runs of so many words, lower case, in which a telling word stands; of the first `most` only. */
function runsIn(text: string, run: number, rules: LinkRules, most = Number.POSITIVE_INFINITY): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const telling = words.map((word) => tellingWords(word, rules).length > 0);
  return words
    .slice(0, most + run - 1)
    .flatMap((_, at, words) =>
      at + run <= words.length && telling.slice(at, at + run).some(Boolean)
        ? [words.slice(at, at + run).join(" ")]
        : [],
    );
}

/** A title without its article and what stands behind its colon or dash. */
const mainTitle = (title: string): string => title.replace(/^(?:the|a|an)\s+/i, "").split(/:|\s[–—-]\s/)[0]!;

/** The first words of a text, as many as a short title has. */
const firstRuns = (text: string, rules: LinkRules): string[] => SHORT.flatMap((run) => runsIn(text, run, rules, 1));

/** Words that stand where a surname stands, lower case, without those that the pipeline knows as weak. */
function namesIn(text: string, rules: LinkRules): string[] {
  const words = [...text.matchAll(NAME)].map(([word]) => word.replace(/['’]s$/, ""));
  return [...new Set(words.filter((word) => tellingWords(word, rules).length > 0).map((word) => word.toLowerCase()))];
}

const messageIds = (...headers: (string | undefined)[]): string[] =>
  headers.flatMap((header) => header?.match(/<[^>]+>/g) ?? []);
