import { expect, it } from "vitest";
import { readStructure, shown } from "../support/read-structure.ts";

const partsOf = (notation: string) =>
  readStructure(notation).parts.map(({ kind, from, to }) => [kind, ...shown(from), "to", ...shown(to)]);

it("takes who stands in the letterhead for the writer of a letter that nobody signs by name", () => {
  const letter = `
Dr Ada Moss
Chief Executive
Exford Infirmary

4 February 2024

Ms Nell Vale MP
House of Commons

Dear Ms Vale

Thank you for your letter of 12 January about the ponds of the infirmary.

With best wishes`;
  expect(partsOf(letter)).toEqual([
    ["reply", "Ada Moss | Chief Executive | Exford Infirmary", "to", "Nell Vale | – | House of Commons"],
  ]);
});

it("does not take the one written to for the writer where the letterhead has nobody else", () => {
  const letter = `
Dr Ada Moss
Chief Executive
Exford Infirmary

4 February 2024

Dear Dr Moss

Will you tell us how deep the pond of the infirmary is?

With best wishes`;
  expect(partsOf(letter)).toEqual([["letter", "to", "Ada Moss | Chief Executive | Exford Infirmary"]]);
});

it("gives who sent a message, above its day and greeting, to that message and not to the signature before it", () => {
  const thread = `
# Ponds

From: Nell Vale

3 February 2024

Dear Exford Council,

Please tell me for each of the ponds of the borough how deep it was at the end of last year.

Please also tell me who keeps them.

Yours faithfully,

Nell Vale

Tom Reed, Exford Council

2 March 2024

Dear Ms Vale

Further to your request of 3 February, the ponds are nine feet deep.

Yours sincerely

Tom Reed
Case Officer`;
  const { parts } = readStructure(thread);
  expect(partsOf(thread)).toEqual([
    ["letter", "Nell Vale | – | –", "to", "– | – | Exford Council"],
    ["reply", "Tom Reed | Case Officer | Exford Council", "to", "Nell Vale | – | –"],
  ]);
  expect(parts[0]!.subject).not.toBe(
    "Please tell me for each of the ponds of the borough how deep it was at the end of last year.",
  );
});

it("ends a signature where the next letter's head names its own writer", () => {
  const letters = `
3 March 2024

Dear Ms Vale

Will you tell the Friends how deep the pond is, and who keeps it?

Yours sincerely

Tom Reed
Secretary

Councillor Ada Moss
Cabinet Member for Ponds

24 April 2024

Dear Ms Vale

I write about the pond as well, which I have been to see for myself this week.

With best wishes

Ada Moss`;
  expect(partsOf(letters).map((part) => part.slice(0, 2))).toEqual([
    ["letter", "Tom Reed | Secretary | –"],
    ["letter", "Ada Moss | Cabinet Member for Ponds | –"],
  ]);
});

it("takes the first letter back for the reply to one that went to an office", () => {
  const letters = `
3 March 2024

Dear Chief Executive

Will you tell the Friends how deep the pond is, and who keeps it?

Yours sincerely

Tom Reed
Secretary

24 April 2024

Dear Mr Reed

The pond is nine feet deep, and it is kept by the Friends themselves.

Yours sincerely

Ada Moss
Cabinet Member for Ponds`;
  expect(partsOf(letters).map(([kind]) => kind)).toEqual(["letter", "reply"]);
});

it("writes initials out where another letter of the file has the whole name", () => {
  const letters = `
3 March 2024

Dear Ms Moss

Will you tell the Friends how deep the pond is, and who keeps it?

Yours sincerely

T. Reed

24 April 2024

Dear Ms Moss

I have not had a reply to my letter about the pond.

Yours sincerely

Tom Reed
Secretary`;
  expect(partsOf(letters).map((part) => part[1])).toEqual(["Tom Reed | Secretary | –", "Tom Reed | Secretary | –"]);
});

it("names who takes a decision in the office that signs the form from the letter beside it", () => {
  const form = `
# DMPC Decision PCD 12

Title: Ponds

Deputy Mayor for Ponds

I confirm that I have no disclosable interests. The above request has my approval.

Signature:

Date: 14 October 2024

## Appendix 1: Letter

14 October 2024

Dear Chief Constable

Will you tell us how deep the pond at your headquarters is?

Yours sincerely

Ada Moss
Deputy Mayor for Ponds`;
  const [decision, letter] = readStructure(form).parts;
  expect([decision!.kind, letter!.kind]).toEqual(["decision", "letter"]);
  expect(shown(decision!.from)).toEqual(["Ada Moss | Deputy Mayor for Ponds | –"]);
});

it("reads a name and an office that a signature prints in one line with no mark between them", () => {
  const letter = `
Dear Ms Vale

Will you tell the Friends how deep the pond is, and who keeps it?

Yours sincerely

Tom Reed Assistant Director, Ponds and Lakes Board`;
  expect(partsOf(letter)).toEqual([
    ["letter", "Tom Reed | Assistant Director | Ponds and Lakes Board", "to", "Vale | – | –"],
  ]);
});
