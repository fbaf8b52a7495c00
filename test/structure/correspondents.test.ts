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
