import type { Command } from "commander";
import { resolveDocument } from "../pipeline/pairs.ts";
import type { Store } from "../store/store.ts";
import { relink } from "./relink.ts";
import { loadSettings } from "./settings.ts";
import { withStore } from "./with-store.ts";

type Flags = { remove?: boolean; list?: boolean; out?: string; store?: string };

/** `answerable link ASKING ANSWERING` */
export function addLink(program: Command): void {
  program
    .command("link")
    .description("say that one document answers another")
    .argument("[asking]", "the letter, report or list of questions: name, path or id")
    .argument("[answering]", "what answers it")
    .option("--remove", "take such a word back")
    .option("--list", "list what was said so far")
    .option("--out <dir>", "write the records of the whole store into this folder")
    .option("--store <path>", "the store's file (default: ./answerable.db)")
    .addHelpText("after", "\nExample:\n  answerable link letter.pdf reply.html\n")
    .action(async (asking: string | undefined, answering: string | undefined, flags: Flags, command: Command) => {
      const settings = loadSettings({ store: flags.store, out: flags.out });
      await withStore(settings.store, async (store) => {
        if (flags.list) return listPairs(store);
        if (!asking || !answering) return command.error("Name both documents: answerable link ASKING ANSWERING");
        const pair = {
          asking: (await resolveDocument(store, asking)).id,
          answering: (await resolveDocument(store, answering)).id,
        };
        if (pair.asking === pair.answering) return command.error("A document does not answer itself.");
        if (!flags.remove) await store.savePair(pair);
        else if (!(await store.removePair(pair))) return command.error("Nobody said that these two belong together.");
        console.log(await relink(store, settings));
      });
    });
}

async function listPairs(store: Store): Promise<void> {
  const nameOf = async (id: string) => (await store.findDocuments(id))[0]?.uri ?? id;
  for (const { asking, answering } of await store.pairs())
    console.log(`${await nameOf(asking)} ← ${await nameOf(answering)}`);
}
