import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { knownPipelines } from "../../src/pipeline/known-pipelines.ts";
import { loadPipelines, PipelineRefusal } from "../../src/pipeline/load.ts";
import { shippedPipelines } from "../../src/pipeline/shipped.ts";
import { openSqliteStore } from "../../src/store/sqlite.ts";
import type { Store } from "../../src/store/store.ts";
import { temporaryFolder } from "../support/run-cli.ts";

const folder = temporaryFolder("known");
const write = (name: string, text: string) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const own = () => write("own.yaml", "extends: [./base.yaml]\nname: own\ndescription: mine");

describe("pipelines that the store knows", () => {
  let store: Store;
  let saved: string[];
  beforeEach(async () => {
    const opened = await openSqliteStore(":memory:");
    saved = [];
    store = {
      ...opened,
      async savePipeline(version, name, definition) {
        saved.push(name);
        await opened.savePipeline(version, name, definition);
      },
    };
    write("base.yaml", "link: { margin: 0.1 }");
  });

  it("are those of their files, with their definitions in the store", async () => {
    const heads = await knownPipelines(store, shippedPipelines());
    const loaded = loadPipelines(shippedPipelines());
    expect(heads).toEqual(loaded.map(({ name, version, takes, sites }) => ({ name, version, takes, sites })));
    for (const { version, source } of loaded) expect(await store.pipeline(version)).toBe(source);
  });

  it("are made once where nothing changes, and are the same", async () => {
    const first = await knownPipelines(store, [own()]);
    expect(await knownPipelines(store, [own()])).toEqual(first);
    expect(saved).toEqual(["own"]);
  });

  it("are others when a file under them changes, or others are asked for", async () => {
    const [before] = await knownPipelines(store, [own()]);
    write("base.yaml", "link: { margin: 0.2 }");
    const [after] = await knownPipelines(store, [own()]);
    expect(after?.version).not.toBe(before?.version);
    const [other] = await knownPipelines(store, [write("other.yaml", "name: other\ndescription: another")]);
    expect(other?.name).toBe("other");
  });

  it("are refused when a file under them is gone", async () => {
    await knownPipelines(store, [own()]);
    rmSync(join(folder, "base.yaml"));
    await expect(knownPipelines(store, [own()])).rejects.toThrow(PipelineRefusal);
  });
});
