import type { Command } from "commander";
import { resolveDocument } from "../pipeline/pairs.ts";
import { relink } from "./relink.ts";
import { loadSettings } from "./settings.ts";
import { withStore } from "./with-store.ts";

type Flags = { why?: string; list?: boolean; out?: string; store?: string };

/** `answerable remove DOC` */
export function addRemove(program: Command): void {
  program
    .command("remove")
    .description("take a document down: its original, its record, everything found in it")
    .argument("[doc]", "a document's name, path or id")
    .option("--why <reason>", "kept with the date; what was taken down does not come back by itself")
    .option("--list", "list what was taken down, when and why")
    .option("--out <dir>", "write the records of the whole store into this folder")
    .option("--store <path>", "the store's file (default: ./answerable.db)")
    .addHelpText("after", '\nExample:\n  answerable remove letter.pdf --why "published by mistake" --out records\n')
    .action(async (doc: string | undefined, flags: Flags, command: Command) => {
      const settings = loadSettings({ store: flags.store, out: flags.out });
      await withStore(settings.store, async (store) => {
        if (flags.list) {
          for (const { name, removedAt, why } of await store.removals()) console.log(`${removedAt}  ${name}  ${why}`);
          return;
        }
        if (!doc || !flags.why) return command.error('Say which and why: answerable remove DOC --why "…"');
        const { id, name, uri } = await resolveDocument(store, doc);
        await store.remove({ document: id, name, why: flags.why, removedAt: new Date().toISOString() });
        console.log(`${uri} is taken down. ${await relink(store, settings)}`);
        if (!settings.out)
          console.log("Records written into a folder earlier are still there: --out DIR writes them anew.");
      });
    });
}
