import { expect, it } from "vitest";
import { readName } from "../../src/structure/name.ts";
import { kindOfLine, mayBeOne, readPeople, readRole } from "../../src/structure/people.ts";
import { compile } from "../../src/structure/rules.ts";
import { rules, shown } from "../support/read-structure.ts";

const compiled = compile(rules);

it.each([
  ["Ada Moss", "Ada Moss"],
  ["Ada Moss AM", "Ada Moss"],
  ["Ms Ada Moss-Reed OBE", "Ada Moss-Reed"],
  ["Rt Hon Ada Moss MP", "Ada Moss"],
  ["Sir Tom Reed QPM", "Sir Tom Reed"],
  ["Dr Lee", "Lee"],
  ["Mr de la Cruz", "de la Cruz"],
  ["SIOBHÁN O’DEA", "SIOBHÁN O’DEA"],
])("reads the name in %j", (text, name) => {
  expect(readName(text, compiled)?.name).toBe(name);
});

it.each(["Moss", "The Old Mill", "the lifts at Bank", "Ada said so", "12 Mill Lane", ""])(
  "reads no name in %j",
  (text) => {
    expect(readName(text, compiled)).toBeNull();
  },
);

it.each([
  ["Susan Hall AM", "name"],
  ["Chair of the Budget Panel", "role"],
  ["London Fire Commissioner", "role"],
  ["Mayor’s Office for Policing and Crime", "organisation"],
  ["Northern Bus Company", "organisation"],
  ["2 Mill Lane", "place"],
  ["(Sent by email)", "other"],
])("takes %j for a %s", (text, kind) => {
  expect(kindOfLine(text, compiled)).toBe(kind);
});

it.each<[string, string[], string[]]>([
  [
    "name, role, body",
    ["Ada Moss AM", "Chair of the Budget Panel", "London Assembly"],
    ["Ada Moss | Chair of the Budget Panel | London Assembly"],
  ],
  [
    "a role over two lines",
    ["Ada Moss", "Chair of the Parks and", "Ponds Committee"],
    ["Ada Moss | Chair of the Parks and Ponds Committee | –"],
  ],
  ["name and role in one line", ["Ada Moss, Director of Lifts"], ["Ada Moss | Director of Lifts | –"]],
  [
    "two people",
    ["Ada Moss", "Director of Lifts", "Tom Reed", "Head of Stairs"],
    ["Ada Moss | Director of Lifts | –", "Tom Reed | Head of Stairs | –"],
  ],
  ["a body no list knows", ["Tom Reed", "Secretary", "Friends of Ponds"], ["Tom Reed | Secretary | Friends of Ponds"]],
  [
    "an office without a name",
    ["The Chief Executive", "Example Hospitals NHS Trust"],
    ["– | The Chief Executive | Example Hospitals NHS Trust"],
  ],
  [
    "a role of a body",
    ["Ada Moss", "Green Party Member of the London Assembly"],
    ["Ada Moss | Green Party Member of the London Assembly | London Assembly"],
  ],
  [
    "an office whose words end with two that could be a name",
    ["Ada Moss MS", "Minister for Ponds and Social Services"],
    ["Ada Moss | Minister for Ponds and Social Services | –"],
  ],
  [
    "a department behind an office, under a name",
    ["Ada Moss", "Senior Case Adviser, Internal Appeals", "Moss Council"],
    ["Ada Moss | Senior Case Adviser, Internal Appeals | Moss Council"],
  ],
  [
    "all in one line with strokes between, and a department",
    ["Ada Moss | Local Communities Manager, South East | Northern Bus Company"],
    ["Ada Moss | Local Communities Manager, South East | Northern Bus Company"],
  ],
  [
    "a rank, a name and a body in one line",
    ["Commander Ada Moss, Northern Police"],
    ["Ada Moss | Commander | Northern Police"],
  ],
  ["an office behind the letters of an honour", ["Sir Tom Reed MP Chair"], ["Sir Tom Reed | Chair | –"]],
  [
    "an office of something behind a name, and how it was sent",
    ["Ada Moss Deputy Mayor for Ponds (by e-mail)"],
    ["Ada Moss | Deputy Mayor for Ponds | –"],
  ],
  [
    "an officer whose office has no mark in it",
    ["Ada Moss", "Senior Pond Officer"],
    ["Ada Moss | Senior Pond Officer | –"],
  ],
])("reads %s", (_what, lines, people) => {
  expect(shown(readPeople(lines, compiled))).toEqual(people);
});

it("takes a surname that is a place for a name where a name must stand", () => {
  expect(shown(readPeople(["Penny Street", "Head of Roads"], compiled, true))).toEqual([
    "Penny Street | Head of Roads | –",
  ]);
});

it.each([
  ["Director of Stations, Transport for London", "Director of Stations", "Transport for London"],
  ["Principal Engineer, Structures", "Principal Engineer, Structures", null],
  ["Chair, Transport Committee", "Chair, Transport Committee", null],
  ["Mayor of London", "Mayor of London", null],
])("parts %j into role and organisation", (text, role, organisation) => {
  expect(readRole(text, compiled)).toEqual({ role, organisation });
});

it("takes a surname or a first name for the whole name that holds it, and no other", () => {
  const person = (name: string) => ({ name, role: null, organisation: null });
  expect(mayBeOne(person("Moss"), person("Ada Moss"))).toBe(true);
  expect(mayBeOne(person("Ada"), person("Ada Moss"))).toBe(true);
  expect(mayBeOne(person("Tom Moss"), person("Ada Moss"))).toBe(false);
});
