import { expect, it } from "vitest";
import { readStructure } from "../support/read-structure.ts";

const REQUEST = `
# Pond wardens

Dear Ponds and Lifts Board (PLB),

Please send me the rota of the pond wardens for May.

Yours faithfully,

Ada Moss

Ponds and Lifts Board (PLB)

Dear Ms Moss`;

/** Kinds and words of what stands in the letters, but for prose. */
const setOut = (notation: string): string[] =>
  readStructure(notation).segments.flatMap(({ kind, words }) => (kind === "prose" ? [] : [`${kind}: ${words}`]));

it("a body greeted by its name and initials gets a letter, and what it sends back is a reply", () => {
  const { parts } = readStructure(
    `${REQUEST}\n\nI respond in connection with your request for information, which we received on 4 March 2024.\n\nWe hold no rota.\n\nYours sincerely\n\nTom Reed`,
  );
  expect(parts.map(({ kind }) => kind)).toEqual(["letter", "reply"]);
});

it.each<[habit: string, after: string, told: string[]]>([
  [
    "in quotation marks over several paragraphs",
    "I note you seek access to the following information:\n\n“Please send me the rota of the pond wardens for May.\n\nMany thanks”\n\nWe hold no rota.",
    ["statement: Please send me the rota of the pond wardens for May.", "reply: Many thanks” We hold no rota."],
  ],
  [
    "behind a sign",
    "You asked us for the following:\n\n* Please send me the rota of the pond wardens for May.\n\nWe hold no rota.",
    ["statement: Please send me the rota of the pond wardens for May.", "reply: We hold no rota."],
  ],
  [
    "as words that go on from those before them",
    "Your request of 4 March asked for:\n\nthe rota of the pond wardens for May\n\nWe hold no rota.",
    ["statement: the rota of the pond wardens for May", "reply: We hold no rota."],
  ],
  [
    "twice, the earlier one after it",
    "You made a new request and asked for the following:\n\nPlease send me the rota for June.\n\nIn your earlier request you had asked for:\n\n“The rota for May”\n\nWe hold no rota.",
    ["statement: Please send me the rota for June.", "statement: The rota for May", "reply: We hold no rota."],
  ],
])("a request that a reply sets out %s is a statement, and what stands under it answers", (_habit, after, told) => {
  expect(setOut(`${REQUEST}\n\n${after}\n\nYours sincerely\n\nTom Reed`)).toEqual(told);
});

it("what a reply says of a matter that was raised is no request", () => {
  const said =
    "On the rotas that you raised in your letter:\n\nMay – The rota for that month is with the printer.\n\nYours sincerely";
  expect(setOut(`${REQUEST}\n\n${said}`)).toEqual([]);
});

it("a day in figures tells when a later answer came, and the line that says so is no answer", () => {
  const { segments } = readStructure(
    "# Answers to Mayor's Questions\n\nBuses\n\nQuestion No: 2024/0412\n\nAda Moss\n\nHow many buses are there?\n\nThe Mayor\n\nOfficers are drafting a response.\n\nWritten response from the Mayor received 04/03/2024\n\nThere are nine.\n\nTrams\n\nQuestion No: 2024/0413\n\nTom Reed\n\nHow many trams are there?\n\nThe Mayor\n\nThere are four.",
  );
  expect(segments.filter(({ kind }) => kind === "answer").map(({ words, answers }) => [words, answers])).toEqual([
    ["Officers are drafting a response.", [0]],
    ["There are nine.", [0]],
    ["There are four.", [3]],
  ]);
  expect(new Set(segments.flatMap(({ kind, speaker }) => (kind === "answer" ? [speaker?.role] : [])))).toEqual(
    new Set(["Mayor of London"]),
  );
});
