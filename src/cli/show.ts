import type { Command } from "commander";
import { loadRecord } from "../export/record.ts";
import { resolveDocument } from "../pipeline/pairs.ts";
import type { Store } from "../store/store.ts";
import { describeDocument, describeItem } from "./describe.ts";
import { loadSettings } from "./settings.ts";
import { withStore } from "./with-store.ts";

type Flags = { json?: boolean; store?: string };

/** `answerable show DOC|ITEM` */
export function addShow(program: Command): void {
  program
    .command("show")
    .description("show a document with its parts, items and links, or one item with its evidence")
    .argument("<doc-or-item>", "a document's name, path or id, or an item's id; the first few digits of an id will do")
    .option("--json", "print the record as JSON")
    .option("--store <path>", "the store's file (default: ./answerable.db)")
    .addHelpText("after", "\nExamples:\n  answerable show letter.pdf\n  answerable show 3f9c21ab\n")
    .action((words: string, flags: Flags) =>
      withStore(loadSettings({ store: flags.store }).store, (store) => show(store, words, flags.json ?? false)),
    );
}

async function show(store: Store, words: string, json: boolean): Promise<void> {
  const [item, ...more] = await store.findItems(words);
  if (!item || more.length > 0) return showDocument(store, words, json);
  const record = (await loadRecord(store, item.document))!;
  const found = record.items.find((each) => each.id === item.key)!;
  if (json) {
    const { deadlines, references, links } = record;
    const own = <T extends { item: string | null }>(list: readonly T[]) =>
      list.filter((each) => each.item === found.id);
    console.log(
      JSON.stringify({ ...found, deadlines: own(deadlines), references: own(references), links: own(links) }, null, 1),
    );
  } else console.log(describeItem(record, found, await namesOf(store, record)));
}

async function showDocument(store: Store, words: string, json: boolean): Promise<void> {
  const { id } = await resolveDocument(store, words);
  const record = (await loadRecord(store, id))!;
  console.log(json ? JSON.stringify(record, null, 1) : describeDocument(record, await namesOf(store, record)));
}

/** The names of the documents in which replies stand. */
async function namesOf(
  store: Store,
  record: { links: { replies: { document: string }[] }[] },
): Promise<Map<string, string>> {
  const ids = new Set(record.links.flatMap((link) => link.replies.map((reply) => reply.document)));
  const names = await Promise.all(
    [...ids].map(async (id) => [id, (await store.findDocuments(id))[0]?.name ?? id] as const),
  );
  return new Map(names);
}
