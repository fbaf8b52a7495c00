import { type Fingerprint, fingerprintOf } from "./copy.ts";
import { says } from "./cues.ts";
import type { ExtractedDocument } from "./extracted.ts";
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
  return {
    document: document.id,
    parts: structure.parts.map((part) => partCardOf(part, rules)),
    title: tellingWords(document.title, rules),
    opening: tellingWords(document.text.slice(0, HEAD), rules).slice(0, OPENING),
    entitled: sketchOf(
      [document.title, ...structure.parts.map((part) => part.subject)].flatMap((words) => runsIn(words ?? "", rules)),
      TITLED,
    ),
    headed: sketchOf(runsIn(document.text.slice(0, TITLE_PAGE), rules), HEADED),
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
    replies:
      structure.parts.some((part) => part.kind === "reply" || part.kind === "response") ||
      says(document.text.slice(0, HEAD).replace(/[’‘]/g, "'"), rules.replyOpenings),
    print: fingerprintOf(extracted),
  };
}

/** A card from its JSON, its long sketches packed: a collection's cards are held all at once. */
export function readCard(json: string): CorrespondenceCard {
  const card = JSON.parse(json) as CorrespondenceCard;
  const { asksAbout, speaksOf, headed, print } = card;
  return {
    ...card,
    headed: Uint32Array.from(headed),
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
const NAME =
  /(?<=\b(?:Dear|Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Cllr|Councillor|Professor)\.?[ \t]+(?:\p{Lu}[\p{L}'’-]+[ \t]+){0,2})\p{Lu}[\p{L}'’-]{2,}|(?<=\p{Lu}[\p{L}'’-]+[ \t]+)\p{Lu}[\p{L}'’-]{2,}/gu;

/** The runs of four words, lower case, in which a telling word stands. */
function runsIn(text: string, rules: LinkRules): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const telling = words.map((word) => tellingWords(word, rules).length > 0);
  return words.flatMap((_, at) =>
    at + RUN <= words.length && telling.slice(at, at + RUN).some(Boolean) ? [words.slice(at, at + RUN).join(" ")] : [],
  );
}

/** Words that stand where a surname stands, lower case, without those that the pipeline knows as weak. */
function namesIn(text: string, rules: LinkRules): string[] {
  const words = [...text.matchAll(NAME)].map(([word]) => word.replace(/['’]s$/, ""));
  return [...new Set(words.filter((word) => tellingWords(word, rules).length > 0).map((word) => word.toLowerCase()))];
}

const messageIds = (...headers: (string | undefined)[]): string[] =>
  headers.flatMap((header) => header?.match(/<[^>]+>/g) ?? []);
