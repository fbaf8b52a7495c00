import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { Argument, type Command } from "commander";
import { toCsv } from "../export/csv.ts";
import { toJsonl } from "../export/jsonl.ts";
import { writeWhole } from "../export/write.ts";
import { loadSettings } from "./settings.ts";
import { withStore } from "./with-store.ts";

/** `answerable export jsonl|csv` */
export function addExport(program: Command): void {
  program
    .command("export")
    .description("write the items flat, one line each, as reviewers left them, for a spreadsheet or a tracker")
    .addArgument(new Argument("<format>", "jsonl or csv").choices(["jsonl", "csv"]))
    .option("--out <file>", "the file to write (default: the standard output)")
    .option("--store <path>", "the store's file (default: ./answerable.db)")
    .addHelpText(
      "after",
      "\nWhat a person corrected or added is named in the column “corrected”, with the machine's word in “machine_…”.\n\nExample:\n  answerable export csv --out items.csv\n",
    )
    .action((format: "jsonl" | "csv", flags: { out?: string; store?: string }) =>
      withStore(loadSettings({ store: flags.store }).store, async (store) => {
        const items = store.items({});
        const pieces = format === "csv" ? toCsv(items) : toJsonl(items);
        if (flags.out) await writeWhole(flags.out, pieces);
        else await pipeline(Readable.from(pieces), process.stdout, { end: false });
      }),
    );
}
