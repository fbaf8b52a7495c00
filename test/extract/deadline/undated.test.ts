import { expect, it } from "vitest";
import { loadPipeline } from "../../../src/pipeline/load.ts";
import { extractRecords, readDocument } from "../../../src/pipeline/run.ts";

const pipeline = loadPipeline("gla-correspondence");

it.each([
  "Will you write to us before the next Board meeting? The Board meets on 11 January.",
  "Please send it to the July Panel. The Panel met on 31 June 2024 and meets on 45 July.",
  "3 May 0024\n\nDear Chair,\n\nThe Board meets on 3 June.  Please write to us within two weeks.",
])("reads text in which no year, or no such day, can be found: %s", async (text) => {
  const document = await readDocument({ name: "note.txt", bytes: Buffer.from(text) }, pipeline);
  expect(extractRecords(document, pipeline).document.text).toContain("meets on ");
});
