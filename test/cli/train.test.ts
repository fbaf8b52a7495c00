import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { loadRecord } from "../../src/export/record.ts";
import { pairVersion } from "../../src/records/review.ts";
import { openSqliteStore } from "../../src/store/sqlite.ts";
import { letterText } from "../support/letters.ts";
import { runCli, temporaryFolder } from "../support/run-cli.ts";

const folder = temporaryFolder("train");

it("learns from reviewers' decisions, says what would change, and writes only when told", async () => {
  for (const number of [4, 5, 6, 7]) writeFileSync(join(folder, `letter-${number}.txt`), letterText(number));
  await runCli(["ingest", ".", "--quiet"], folder);
  expect((await runCli(["train", "--from-reviews"], folder)).errors).toContain("Nothing can be learnt");
  const store = await openSqliteStore(join(folder, "answerable.db"));
  for await (const { id } of store.documents()) {
    const record = (await loadRecord(store, id))!;
    for (const item of record.items)
      await store.addDecision({
        ...{ key: crypto.randomUUID(), seen: 0, by: "Ada", document: id, item: item.id },
        at: "2026-06-01T10:00:00.000Z",
        version: pairVersion(
          item,
          record.links.filter((link) => link.item === item.id),
        ),
        act: { do: "verdict", verdict: item.kind === "undertaking" ? "rejected" : "accepted" },
      });
  }
  await store.close();
  const said = await runCli(["train", "--from-reviews"], folder);
  expect(said.out).toContain("# ask: 8 cases in 4 documents, 8 of them right");
  expect(said.out).toContain("would be let go");
  expect(said.out).toContain("Nothing was written");
  const written = await runCli(["train", "--from-reviews", "--write", "learnt.yaml"], folder);
  expect(written.code).toBe(0);
  expect(readFileSync(join(folder, "learnt.yaml"), "utf8")).toContain("(reviewers' decisions)");
});

it.each([
  ["neither", []],
  ["both", ["--from-reviews", "--gold", "somewhere"]],
])("asks from what to learn where it is told %s", async (_, words) => {
  const { code, errors } = await runCli(["train", ...words], folder);
  expect(code).toBe(2);
  expect(errors).toContain("--from-reviews");
  expect(existsSync(join(folder, "somewhere"))).toBe(false);
});
