import { expect, it } from "vitest";
import { readStructure, shown } from "../support/read-structure.ts";

const partsOf = (notation: string) =>
  readStructure(notation).parts.map(({ kind, date, from, to }) => [kind, date, ...shown(from), "to", ...shown(to)]);

it("reads a report of proceedings whose speakers stand as headings, an office alone, with a body, or with seat and party", () => {
  const page = `
# Ponds Committee

Meeting date: Thursday, February 27, 2024

### The Convener

Welcome back. I will ask our witness first: how many ponds will close this year?

### Margaret Orr (Department for Ponds)

Four ponds will close, all of them in the autumn.

### Mark Reed (Central Exford) (Lab)

Will you write to the committee with the list?

### Margaret Orr

Yes, I will do that by the end of next week.

### The Convener

Thank you. We move on.`;
  expect(partsOf(page)).toEqual([
    [
      "transcript",
      "2024-02-27",
      "– | Convener | –",
      "Mark Reed | – | –",
      "to",
      "Margaret Orr | – | Department for Ponds",
    ],
  ]);
});

it("reads letters without salutations, each under a heading that says from whom it is and to whom, with the day at its end", () => {
  const page = `
# Appendices to the Minutes of Evidence

## Letter from the Rt Hon Ada Moss MP, Secretary of State for Ponds, to the Chairman of the Committee

Thank you for your letter of 31 October, in which you asked for a copy of the note of the meeting at the pond.

I cannot release a record whose contents were not agreed with those who took part in it.

6 November 2024

## Reply from the Prime Minister to the Chairman of the Ponds Committee

Thank you for your letter of 8 June.

I have looked at this again, but I see no case for a change of practice at the pond.

Tom Reed

17 June 2025`;
  expect(partsOf(page)).toEqual([
    ["reply", "2024-11-06", "Ada Moss | Secretary of State for Ponds | –", "to", "– | Chairman of the Committee | –"],
    ["reply", "2025-06-17", "Tom Reed | Prime Minister | –", "to", "– | Chairman of the Ponds Committee | –"],
  ]);
});

it("parts a parliament's petition from what the government responded, whose day is not the petition's deadline", () => {
  const page = `
Petition

# Mend all the ponds

We want the Government to mend every pond before the winter. Too many are dry.

Created by Ada Moss. Deadline 4 August 2024

## Government responded

This response was given on 11 May 2024

The Government agrees that ponds should be mended. We will consult on them in the autumn.`;
  expect(partsOf(page)).toEqual([
    ["other", null, "Ada Moss | – | –", "to", "– | – | Government"],
    ["response", "2024-05-11", "– | – | Government", "to", "Ada Moss | – | –"],
  ]);
});

it("takes a line in capitals below the greeting for the subject", () => {
  const [part] = readStructure(`
24 February 2024

Dear Ada,

POND TICKETS

During the Committee's session on 10 February I undertook to write on two matters.

Yours ever,

Tom Reed
Minister of State for Ponds`).parts;
  expect(part).toMatchObject({ kind: "reply", subject: "POND TICKETS" });
});
