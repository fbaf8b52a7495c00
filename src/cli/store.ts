import { Argument, type Command } from "commander";
import { checkStore, copyStore } from "../store/copy.ts";
import { EXIT, UsageError } from "./exit.ts";
import { loadSettings } from "./settings.ts";
import { openStore, withStore } from "./with-store.ts";

type Flags = { store?: string; from?: string; to?: string };

/** `answerable store migrate|check|copy` */
export function addStore(program: Command): void {
  program
    .command("store")
    .description("bring a store's tables up to date, look whether it is whole, move it")
    .addArgument(new Argument("<what>", "what to do").choices(["migrate", "check", "copy"]))
    .option("--store <path>", "the store: a file, or postgres://… (default: DATABASE_URL or ./answerable.db)")
    .option("--from <path>", "with copy: the store to copy")
    .option("--to <path>", "with copy: where to; it keeps what it has of other documents")
    .addHelpText(
      "after",
      "\nExample:\n  answerable store copy --from answerable.db --to postgres://localhost/answerable\n",
    )
    .action(async (what: "migrate" | "check" | "copy", flags: Flags) => {
      const { store } = loadSettings({ store: flags.store });
      if (what === "copy") process.exitCode = await copy(flags);
      else process.exitCode = await withStore(store, what === "check" ? check : migrate, what === "migrate");
    });
}

type Open = Awaited<ReturnType<typeof openStore>>;

/** Opening a store brings its tables up to date. */
async function migrate(store: Open): Promise<number> {
  console.log(`The store is up to date: ${(await store.totals()).documents} documents.`);
  return EXIT.done;
}

async function check(store: Open): Promise<number> {
  const { documents, faults } = await checkStore(store);
  for (const fault of faults) console.log(`✗ ${fault}`);
  console.log(`${documents} documents looked at, ${faults.length} faults.`);
  return faults.length > 0 ? EXIT.nothing : EXIT.done;
}

async function copy({ from, to }: Flags): Promise<number> {
  if (!from || !to) throw new UsageError("Say from where and to where: answerable store copy --from STORE --to STORE");
  return withStore(from, async (source) => {
    const target = await openStore(to);
    try {
      const copied = await copyStore(source, target);
      console.log(`${copied} documents copied.`);
      return EXIT.done;
    } finally {
      await target.close();
    }
  });
}
