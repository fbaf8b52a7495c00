import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkPipeline } from "../../src/pipeline/check.ts";
import { choosePipeline } from "../../src/pipeline/choose.ts";
import { loadPipeline, loadPipelines, PipelineRefusal, pipelineFrom } from "../../src/pipeline/load.ts";
import { DEFAULT_PIPELINE, shippedPipelines } from "../../src/pipeline/shipped.ts";
import { temporaryFolder } from "../support/run-cli.ts";

const folder = temporaryFolder("pipelines");
const write = (name: string, text: string) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

describe("a pipeline file", () => {
  it("takes in what it extends: maps merge, lists are joined, the later file wins", () => {
    write("base.yaml", "bodies: [{ name: Harbour Board }]\nlink: { margin: 0.1 }\ndescription: base");
    const path = write(
      "own.yaml",
      "extends: [./base.yaml]\nname: own\ndescription: mine\nbodies: [{ name: Pilot Office }]\nlink: { margin: 0.2 }",
    );
    const pipeline = loadPipeline(path);
    expect(pipeline.bodies.map((body) => body.name)).toEqual(["Harbour Board", "Pilot Office"]);
    expect(pipeline).toMatchObject({ name: "own", description: "mine", link: { margin: 0.2 } });
  });

  it("can extend a shipped pipeline by its name", () => {
    const path = write("mine.yaml", `extends: [${DEFAULT_PIPELINE}]\nname: mine\ndescription: d`);
    expect(loadPipeline(path)).toHaveProperty("extract", loadPipeline(DEFAULT_PIPELINE).extract);
  });

  it("has another version when anything in it or under it changes, and the same when nothing does", () => {
    const path = write("v.yaml", "extends: [./under.yaml]\nname: v\ndescription: d");
    const version = (margin: number) => {
      write("under.yaml", `link: { margin: ${margin} }`);
      return loadPipeline(path).version;
    };
    expect(version(1)).toBe(version(1));
    expect(version(1)).not.toBe(version(2));
  });

  it("can be made again from what a store keeps of it", () => {
    const pipeline = loadPipeline(DEFAULT_PIPELINE);
    expect(pipelineFrom(pipeline.source, "store").version).toBe(pipeline.version);
  });

  it.each([
    ["name: Not A Name\ndescription: d", /name/],
    ["description: d", /name/],
    ["name: x\ndescription: d\nlink: { margin: wide }", /margin/],
    ["- a list", /map of settings/],
    ["name: [", /cannot be read/],
    ["extends: [./loop.yaml]\nname: x\ndescription: d", /extends itself/],
    ["extends: loop.yaml\nname: x\ndescription: d", /as a list/],
    ["extends: [1]\nname: x\ndescription: d", /as a list/],
    ["extends: [no-such-fragment]\nname: x\ndescription: d", /no such file/],
  ])("is refused with the reason: %j", (text, reason) => {
    expect(() => loadPipeline(write("loop.yaml", text))).toThrow(PipelineRefusal);
    expect(() => loadPipeline(write("loop.yaml", text))).toThrow(reason);
  });
});

describe("the shipped pipelines", () => {
  it("are the five, the one that takes all others' leavings last", () => {
    expect(shippedPipelines()).toEqual([
      "committee-minutes",
      "inquiry-reports",
      "inspection-responses",
      "mayors-questions",
      DEFAULT_PIPELINE,
    ]);
  });

  it("hold to their own examples and near misses", () => {
    const { tried, faults } = checkPipeline(loadPipeline(DEFAULT_PIPELINE));
    expect(faults).toEqual([]);
    expect(tried).toBeGreaterThan(1000);
  });

  it("would be told of an example that does not hold", () => {
    const pipeline = loadPipeline(DEFAULT_PIPELINE);
    const [cue, ...cues] = pipeline.extract.cues;
    const spoilt = { ...cue!, finds: ["The weather is fine."] };
    const { faults } = checkPipeline({ ...pipeline, extract: { ...pipeline.extract, cues: [spoilt, ...cues] } });
    expect(faults).toEqual([{ cue: `extract: ${cue!.name}`, text: "The weather is fine.", expected: "find" }]);
  });

  const pipelines = loadPipelines(shippedPipelines());
  it.each([
    ["Minutes of the Housing Committee", "", "committee-minutes"],
    ["Letter about the minutes you asked for", "Dear Chair", DEFAULT_PIPELINE],
    ["Government response to the report of the Ferry Inquiry", "", "inspection-responses"],
    ["Report of the Ferry Inquiry", "", "inquiry-reports"],
    [null, "Question No: 2019/12345\nAsked by: A Member", "mayors-questions"],
    [null, "Dear Mayor, I write about the ferry.", DEFAULT_PIPELINE],
  ])("take documents by their titles and openings: %j, %j → %s", (title, text, expected) => {
    expect(choosePipeline({ title, text, metadata: {} }, pipelines).name).toBe(expected);
  });
});
