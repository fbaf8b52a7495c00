import { expect, it } from "vitest";
import { extract } from "../../../src/extract/extract.ts";
import { structure } from "../../../src/structure/structure.ts";
import { makeDocument } from "../../support/make-document.ts";
import { rules } from "../../support/read-items.ts";
import { rules as structureRules } from "../../support/read-structure.ts";

const BODY = `# Minutes of the Harbour Panel

Held on Tuesday 14 October 2025

Present: Ada Moss

## P/25/33 Moorings

The Clerk undertook to write to the Commissioner about the gate by 7 November.

## P/25/34 Buoys

The Harbour Master undertook to bring a paper on buoys to the next meeting.`;

const SCHEDULE = `| Minute | Action | Owner | Due |
|---|---|---|---|
| P/25/33 | Letter to the Commissioner about the gate | Clerk | 7 November 2025 |`;

const promised = (text: string) => {
  const document = makeDocument(text);
  return extract(document, structure(document, structureRules), rules)
    .items.filter(({ kind }) => kind === "undertaking")
    .map(({ anchor }) => anchor.exact);
};

it("quotes what a schedule at the end of minutes names from the schedule, and the rest from the minutes", () => {
  expect(promised(`${BODY}\n\n## Schedule of actions\n\n${SCHEDULE}`)).toEqual([
    "The Harbour Master undertook to bring a paper on buoys to the next meeting.",
    "Letter to the Commissioner about the gate",
  ]);
});

it("takes a schedule above the minutes for the actions of earlier ones", () => {
  const [head, ...rest] = BODY.split("\n\n## ");
  expect(promised([head, `Actions\n\n${SCHEDULE}`, ...rest].join("\n\n## "))).toHaveLength(3);
});
