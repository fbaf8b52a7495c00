import { describe, expect, it } from "vitest";
import { Gold, type GoldSet } from "../../src/evaluate/gold.ts";
import { loadPipeline } from "../../src/pipeline/load.ts";
import { readDocument } from "../../src/pipeline/run.ts";
import type { StructuredDocument } from "../../src/pipeline/weighing.ts";
import { structure } from "../../src/structure/structure.ts";
import { foldOf, type LearningSettings } from "../../src/train/cross-validation.ts";
import { NothingToLearn, train } from "../../src/train/train.ts";
import { weightsFile } from "../../src/train/weights-file.ts";

const SETTINGS: LearningSettings = { folds: 2, penalty: 1, support: 2 };
const ASKS = ["Would you send me the tide tables for May?", "Please tell me who keeps the key of the lock house."];
const pipeline = loadPipeline("gla-correspondence");

async function letter(name: string, of: string): Promise<StructuredDocument> {
  const text = `Dear Mr Penrose\n\nI write about the ${of}. We will paint the railings in June.\n\n${ASKS.join("\n\n")}\n\nYours sincerely\n\nA Quill`;
  const document = await readDocument({ name, bytes: new TextEncoder().encode(text) }, pipeline);
  return { name, document, structure: structure(document, pipeline.structure) };
}

const documents = await Promise.all(["lock", "weir", "wharf", "quay"].map((of) => letter(`letter-${of}.txt`, of)));

const goldWith = (items: readonly string[]): GoldSet => ({
  byName: new Map(
    documents.map(({ name }) => [
      name.replace(".txt", ""),
      Gold.parse({ items: items.map((quote, at) => ({ id: `i${at}`, kind: "ask", quote })) }),
    ]),
  ),
  pairs: [],
});

describe("training", () => {
  it("learns the same of the same documents", () => {
    const once = train(documents, goldWith(ASKS), pipeline, SETTINGS);
    expect(train(documents, goldWith(ASKS), pipeline, SETTINGS)).toEqual(once);
    expect(once.documents).toBe(4);
  });

  it("raises what speaks for the items of the gold and lowers what it leaves out", () => {
    const both = train(documents, goldWith(ASKS), pipeline, SETTINGS).kinds[0]!.shifts;
    const one = train(documents, goldWith(ASKS.slice(0, 1)), pipeline, SETTINGS).kinds[0]!.shifts;
    expect(both["cue:please"]).toBeGreaterThan(0);
    expect(one["cue:please"]).toBeLessThan(0);
  });

  it("learns nothing from what a single document shows", () => {
    const { kinds } = train(documents, goldWith(ASKS), pipeline, { ...SETTINGS, support: 5 });
    expect(kinds[0]!.shifts).toEqual({});
    expect(kinds[0]!.unsupported).toContain("cue:please");
  });

  it("refuses gold without a single item among the candidates", () => {
    expect(() => train(documents, goldWith([]), pipeline, SETTINGS)).toThrow(NothingToLearn);
    expect(() => train([], goldWith(ASKS), pipeline, SETTINGS)).toThrow(NothingToLearn);
  });

  it("writes a fragment that says what it was learnt from", () => {
    const written = weightsFile(train(documents, goldWith(ASKS), pipeline, SETTINGS), ["my-annotations"]);
    expect(written).toMatch(/Learnt from 4 documents\n# \(my-annotations\)/);
    expect(written).toMatch(/"cue:please": \d/);
  });
});

it("keeps all formats of a document in one fold, whatever else there is", () => {
  expect(foldOf("letter-lock", 10)).toBe(foldOf("letter-lock", 10));
  const folds = new Set(Array.from({ length: 100 }, (_, at) => foldOf(`letter-${at}`, 10)));
  expect(folds.size).toBe(10);
});
