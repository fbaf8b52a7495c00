import { expect, it } from "vitest";
import { readStructure, shown } from "../support/read-structure.ts";

const partsOf = (notation: string) =>
  readStructure(notation).parts.map(({ kind, date, from, to }) => [kind, date, ...shown(from), "to", ...shown(to)]);

it("parts a petition from the response printed under it", () => {
  const page = `
# Mend the pond

We the undersigned petition Exford Council to mend the pond before the winter comes.

Started by: Ada Moss

## Council response

20 January 2024

Thank you for your petition, which was debated in January. The pond will be mended in May.`;
  expect(partsOf(page)).toEqual([
    ["other", null, "Ada Moss | – | –", "to", "– | – | Exford Council"],
    ["response", "2024-01-20", "– | – | Council", "to", "Ada Moss | – | –"],
  ]);
});

it("parts a motion from what the one that it calls on answers", () => {
  const page = `
# Motion: ponds

Proposed by: Tom Reed AM

Agreed at the Plenary meeting on 5 February 2024

This Assembly calls on the Mayor to mend the ponds of London before the winter comes.

## Response from the Mayor of London

13 March 2024

Thank you for the motion of the Assembly. The ponds are to be mended by the end of May.`;
  expect(partsOf(page)).toEqual([
    ["other", "2024-02-05", "Tom Reed | – | –", "to", "– | Mayor | –"],
    ["response", "2024-03-13", "– | Mayor of London | –", "to", "Tom Reed | – | –"],
  ]);
});

it("keeps a petition that is printed above the letters about it", () => {
  const page = `
# P-12 Mend the pond

## 1. The petition

This petition was submitted by Ada Moss, having collected nine hundred names on paper and online.

We call on the Senedd to mend the pond, and to tell us what it costs to keep it.

## 2. Letter from the Chair to the Minister

3 March 2024

Dear Minister,

Could you tell the Committee whether the pond is to be mended this year?

Yours sincerely

Tom Reed
Chair`;
  expect(partsOf(page)).toEqual([
    ["other", null, "Ada Moss | – | –", "to", "– | – | Senedd"],
    ["letter", "2024-03-03", "Tom Reed | Chair | –", "to", "– | Minister | –"],
  ]);
});

it("leaves minutes in which a motion was put whole", () => {
  const page = `
# Minutes of the meeting of Exford Council held on 4 March 2024

Present: Ada Moss (Chair), Tom Reed

## 7. Motion

This Council calls on the Mayor to mend the pond before the winter comes.

## Response

The Chair thanked Members, and the motion was agreed with nine votes to none.

The meeting closed at 9 pm.`;
  expect(partsOf(page).map(([kind]) => kind)).toEqual(["minutes"]);
});
