import { oncePer } from "../document/once.ts";
import type { PartKind } from "../records/part.ts";
import type { CorrespondenceCard } from "./card.ts";
import { type PartCard, type PartPair, pairOfParts } from "./part-pairs.ts";
import type { LinkRules } from "./rules.ts";
import { likeness, type Sketch, shared } from "./sketch.ts";

/** One document answers another. */
export type CorrespondencePair = {
  asking: string;
  answering: string;
  confidence: number;
  evidence: string[];
};

/** A pair with its score in log-odds; `specific` where more than parties and matter speaks for it. */
export type Scored = CorrespondencePair & { score: number; specific: boolean };

/** Likeness of sketches from which two wordings are one. */
const SAME_WORDING = 0.5;
/** Restated items that make the case as well as all of them would. */
const ENOUGH_RESTATED = 3;
/** Telling words of a title that must be named: fewer meet by chance. */
const ENOUGH_TITLE = 3;
/** Runs of a title's words that it is known by: one alone is a turn of phrase. */
const ENOUGH_RUNS = 2;
/** Labels that are not a mere count: "2A", "8.12", "R4". */
const TELLING_LABEL = /^(?!\d+$).*\d/;
/** Such labels that make the case as well as more would. */
const ENOUGH_LABELS = 3;
/** Names of correspondents that make the case as well as more would. */
const ENOUGH_NAMES = 3;
/** Telling words shared between what is asked and what is said that make the case as well as more would. */
const ENOUGH_SHARED = 10;

/** What is looked up of a document that may answer, once for all that it may answer: its parts that may, the words of its opening, the hashes of all that it sets out again. */
export type Answering = {
  card: CorrespondenceCard;
  parts: readonly PartCard[];
  opening: ReadonlySet<string>;
  restated: ReadonlySet<number>;
};

/** A document that may answer others. */
export const asAnswering = (card: CorrespondenceCard): Answering => ({
  card,
  parts: card.parts.filter((part) => !isAnsweredAtHome(part, card.parts)),
  opening: new Set(card.opening),
  restated: new Set(card.restates.flatMap((wording) => [...wording])),
});

/** How strongly one document answers another; null where nothing says so in particular. */
export function scoreDocuments(asking: CorrespondenceCard, by: Answering, rules: LinkRules): Scored | null {
  const answering = by.card;
  if (answering.message !== null && asking.answersMessages.includes(answering.message)) return null;
  const best = bestParts(asking, by, rules);
  const message = asking.message !== null && answering.answersMessages.includes(asking.message);
  const stranger = best === null && !message;
  if (stranger && !mayAnswer(asking, answering)) return null;
  const restated = countRestated(asking, by);
  if (stranger && restated < ENOUGH_RESTATED && isProceedings(answering)) return null;
  const signs: Sign[] = [
    {
      name: "restated",
      value: Math.min(1, restated / ENOUGH_RESTATED),
      words: `sets out ${restated} of its items again`,
    },
    { name: "message", value: message ? 1 : 0, words: "answers its message" },
    ...titleSigns(asking, answering, by.opening),
    ...numberSigns(asking, answering),
  ].filter(({ value }) => value > 0);
  const matters = matterSigns(asking, answering).filter(({ value }) => value > 0);
  const { weights, threshold } = rules.correspondence;
  const score = [...signs, ...matters].reduce(
    (sum, { name, value }) => sum + value * (weights[name] ?? 0),
    best?.score ?? 0,
  );
  return {
    asking: asking.document,
    answering: answering.document,
    confidence: 1 / (1 + Math.exp(threshold - score)),
    evidence: [...(best?.evidence ?? []), ...[...signs, ...matters].flatMap(({ words }) => words ?? [])],
    score,
    specific: best?.specific === true || signs.length > 0,
  };
}

/** How many of its items the other sets out again. */
function countRestated({ says }: CorrespondenceCard, { card, restated }: Answering): number {
  if (restated.size === 0) return 0;
  // what shares fewer hashes with all that is set out again is like none of it, and to see it costs little
  const mayBe = (said: Sketch) => {
    let missing = said.length - SAME_WORDING * said.length;
    for (const hash of said) if (!restated.has(hash) && --missing < 0) return false;
    return true;
  };
  return says.filter((said) => mayBe(said) && card.restates.some((again) => isSame(said, again))).length;
}

/** Whether one that nothing names may answer another all the same: it shows itself to be an answer, or is younger. */
const mayAnswer = (asking: CorrespondenceCard, answering: CorrespondenceCard): boolean =>
  ((answering.replies && !asking.replies) || isLater(asking, answering)) && inOrder(asking, answering);

/** A named sign that one document answers another: how far it holds (0–1), and in words. */
type Sign = { name: string; value: number; words: string | null };

/** By the titles of both. */
function titleSigns(asking: CorrespondenceCard, answering: CorrespondenceCard, opening: ReadonlySet<string>): Sign[] {
  const title = asking.title.filter((word) => answering.title.includes(word)).length;
  const own = ownTitleOf(asking);
  const named = own.filter((word) => opening.has(word)).length;
  const runs = Math.max(shared(asking.entitled, answering.headed), shared(asking.headed, answering.entitled));
  const entitled = runs >= ENOUGH_RUNS || shared(asking.called, answering.calls) > 0;
  return [
    {
      name: "title",
      value: title < 2 ? 0 : title / Math.min(asking.title.length, answering.title.length),
      words: "has the same title",
    },
    {
      name: "opening",
      value: named < ENOUGH_TITLE ? 0 : named / own.length,
      words: "speaks of its title at the outset",
    },
    { name: "entitled", value: entitled ? 1 : 0, words: "names its title word for word" },
    {
      name: "named",
      value: shared(asking.titled, answering.naming) > 0 ? 1 : 0,
      words: "names the report by its title",
    },
  ];
}

/** What a document is asked by: the words of its title and subjects; its telling labels. Looked up once for all that may answer it. */
const ownTitleOf = oncePer((card: CorrespondenceCard) => [
  ...new Set([...card.title, ...card.parts.flatMap((part) => part.subject)]),
]);
const tellingLabelsOf = oncePer((card: CorrespondenceCard) => card.labels.filter((label) => TELLING_LABEL.test(label)));

/** By the number of a case that both bear. */
function numberSigns(asking: CorrespondenceCard, answering: CorrespondenceCard): Sign[] {
  const number = asking.cases.find((each) => answering.cases.includes(each));
  return [{ name: "case", value: number === undefined ? 0 : 1, words: `bears the same number ${number}` }];
}

/** By what many documents on one matter share: they count, but tell no letter from another. */
function matterSigns(asking: CorrespondenceCard, answering: CorrespondenceCard): Sign[] {
  const labels = tellingLabelsOf(asking).filter((label) => answering.answersLabels.includes(label));
  const names = asking.names.filter((name) => answering.names.includes(name)).length;
  const about = shared(asking.asksAbout, answering.speaksOf);
  return [
    {
      name: "labels",
      value: Math.min(1, labels.length / ENOUGH_LABELS),
      words: labels.length > 1 ? `names what it labels ${labels.join(", ")}` : null,
    },
    {
      name: "names",
      value: Math.min(1, names / ENOUGH_NAMES),
      words: names > 1 ? "names the same correspondents" : null,
    },
    { name: "about", value: Math.min(1, about / ENOUGH_SHARED), words: null },
  ];
}

/** Records of what was said or decided: titled alike wherever they are kept, they answer others only by setting out what those asked. */
const PROCEEDINGS: ReadonlySet<PartKind> = new Set(["minutes", "transcript", "written-questions", "decision"]);

const isProceedings = ({ parts }: CorrespondenceCard): boolean =>
  parts.length > 0 && parts.every(({ kind }) => PROCEEDINGS.has(kind));

/** Whether nothing shows the answer to be older than the asking. */
function inOrder(asking: CorrespondenceCard, answering: CorrespondenceCard): boolean {
  const [asked, answered] = [datesOf(asking), datesOf(answering)];
  if (asked.length === 0 || answered.length === 0) return true;
  return answered.some((date) => asked.some((other) => other <= date));
}

const datesOf = oncePer((card: CorrespondenceCard) => card.parts.flatMap((part) => part.date ?? []).sort());

/** Whether the answer is younger than the asking by its own dates. */
function isLater(asking: CorrespondenceCard, answering: CorrespondenceCard): boolean {
  const [asked, answered] = [datesOf(asking).at(-1), datesOf(answering).at(-1)];
  return asked !== undefined && answered !== undefined && asked < answered;
}

/** A reply printed under the very letter that it names answers nothing elsewhere. */
const isAnsweredAtHome = ({ id, answers }: PartCard, parts: readonly PartCard[]): boolean =>
  answers?.date != null && parts.some((part) => part.id !== id && part.date === answers.date);

const isSame = (a: Sketch, b: Sketch): boolean => a.length > 0 && likeness(a, b) >= SAME_WORDING;

function bestParts(asking: CorrespondenceCard, by: Answering, rules: LinkRules): PartPair | null {
  const named = { byAsking: asking.names, byAnswering: by.card.names };
  let best: PartPair | null = null;
  for (const a of asking.parts)
    for (const b of by.parts) {
      const pair = pairOfParts(a, b, rules, named);
      if (pair && (!best || pair.score > best.score)) best = pair;
    }
  return best;
}
