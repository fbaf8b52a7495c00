import { expect, it } from "vitest";
import { fullName } from "../../src/document/body.ts";

const BODIES = [
  { name: "Board of Moorings", aliases: ["the Board", "BoM"], roles: ["Head of Moorings"] },
  { name: "Port of Luchford Authority", aliases: ["PLA", "Luchford Port"], roles: [] },
];

it.each([
  ["The Board", "Board of Moorings"],
  ["the board of moorings", "Board of Moorings"],
  ["BoM", "Board of Moorings"],
  ["Luchford  port", "Port of Luchford Authority"],
  ["bom", "bom"],
  ["Board of Works", "Board of Works"],
  ["Head of Moorings", "Head of Moorings"],
])("%s goes in lists under %s", (printed, full) => {
  expect(fullName(printed, BODIES)).toBe(full);
});
