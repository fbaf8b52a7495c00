import type { Command } from "commander";
import { toNumber } from "./options.ts";
import { loadSettings } from "./settings.ts";
import { style } from "./style.ts";
import { withStore } from "./with-store.ts";
import { wrap } from "./wrap.ts";

type Flags = { most: number; json?: boolean; store?: string };

/** `answerable search WORDS` */
export function addSearch(program: Command): void {
  program
    .command("search")
    .description("find words in all documents, whatever their endings")
    .argument("<words...>")
    .option("--most <n>", "as many passages", toNumber, 10)
    .option("--json", "one passage a line as JSON")
    .option("--store <path>", "the store's file (default: ./answerable.db)")
    .addHelpText("after", "\nExample:\n  answerable search cycle parking stations\n")
    .action((words: string[], flags: Flags) =>
      withStore(loadSettings({ store: flags.store }).store, async (store) => {
        const hits = await store.search(words.join(" "), flags.most);
        if (hits.length === 0 && !flags.json) console.log("No passage holds all these words.");
        for (const hit of hits) {
          if (flags.json) console.log(JSON.stringify(hit));
          else
            console.log(`${style.strong(hit.name)}${hit.page ? `, page ${hit.page}` : ""}\n${wrap(hit.words, "  ")}\n`);
        }
      }),
    );
}
