import { writeFile } from "node:fs/promises";
import type { Command } from "commander";
import { loadRecord } from "../export/record.ts";
import { resolveDocument } from "../pipeline/pairs.ts";
import type { Box } from "../records/anchor.ts";
import type { DocumentRecord } from "../records/document-record.ts";
import { UsageError } from "./exit.ts";
import { toNumber } from "./options.ts";
import { loadSettings } from "./settings.ts";
import { withStore } from "./with-store.ts";
import { withRunner } from "./workshop.ts";

type Flags = { out: string; highlight?: string[]; scale: number; store?: string };

/** `answerable page DOC N` */
export function addPage(program: Command): void {
  program
    .command("page")
    .description("draw a page of a PDF, with items marked on it")
    .argument("<doc>", "a document's name, path or id")
    .argument("<number>", "the page, from 1", toNumber)
    .requiredOption("--out <file>", "the PNG to write")
    .option(
      "--highlight <item>",
      'an item\'s id or its beginning, or "all" (may be given again)',
      (value, before: string[] = []) => [...before, value],
    )
    .option("--scale <n>", "pixels a point", Number, 1.5)
    .option("--store <path>", "the store's file (default: ./answerable.db)")
    .addHelpText("after", "\nExample:\n  answerable page letter.pdf 2 --out page.png --highlight all\n")
    .action(async (doc: string, page: number, flags: Flags) => {
      const settings = loadSettings({ store: flags.store });
      await withStore(settings.store, async (store) => {
        const { id } = await resolveDocument(store, doc);
        const record = (await loadRecord(store, id))!;
        if (page > record.pages.length) throw new UsageError(`"${doc}" has ${record.pages.length || "no"} pages.`);
        const bytes = await store.originals.get(id);
        if (!bytes) throw new UsageError(`The original of "${doc}" is not there. Ingest it again with --force.`);
        const boxes = (flags.highlight ?? []).flatMap((words) => boxesOf(record, words));
        const task = { kind: "draw" as const, bytes, page, boxes, scale: flags.scale };
        const result = await withRunner(store, { ...settings, workers: 1 }, ({ threads }) => threads.run(task));
        if ("failure" in result) throw new UsageError(result.failure.message);
        await writeFile(flags.out, result.png);
        console.log(`Page ${page} of ${record.source.name} is in ${flags.out}.`);
      });
    });
}

function boxesOf(record: DocumentRecord, words: string): Box[] {
  const items = record.items.filter((item) => words === "all" || item.id.startsWith(words));
  if (items.length === 0) throw new UsageError(`There is no item "${words}" in ${record.source.name}.`);
  return items.flatMap((item) => item.anchor.boxes);
}
