import type { Command } from "commander";
import { type Scores, SHARES, TALLIES } from "../evaluate/counts.ts";
import { evaluate } from "../evaluate/evaluate.ts";
import { loadRecord } from "../export/record.ts";
import type { DocumentRecord } from "../records/document-record.ts";
import type { Store } from "../store/store.ts";
import { calibrationTable } from "./calibration-table.ts";
import { UsageError } from "./exit.ts";
import { collect } from "./options.ts";
import { loadSettings } from "./settings.ts";
import { style } from "./style.ts";
import { formatTable } from "./table.ts";
import { withStore } from "./with-store.ts";

type Flags = {
  gold: string[];
  present?: boolean;
  byDocument?: boolean;
  verbose?: boolean;
  json?: boolean;
  store?: string;
};

/** `answerable evaluate --gold DIR` */
export function addEvaluate(program: Command): void {
  program
    .command("evaluate")
    .description("score the store against annotations of your own (NAME.gold.json, pairs.json)")
    .requiredOption("--gold <dir>", "a folder of annotations (may be given again)", collect)
    .option("--present", "leave out annotated documents that are not in the store")
    .option("--by-document", "a line for each document too")
    .option("--verbose", "what was missed and what was too much, in words")
    .option("--json", "everything as JSON")
    .option("--store <path>", "the store's file (default: ./answerable.db)")
    .addHelpText("after", "\nExample:\n  answerable evaluate --gold my-annotations --by-document\n")
    .action((flags: Flags) =>
      withStore(loadSettings({ store: flags.store }).store, async (store) => {
        const records = await recordsOf(store);
        const result = evaluateOrRefuse(flags, records);
        if (flags.json) return console.log(JSON.stringify(result, null, 1));
        console.log(figures(result.scores).join("\n"));
        console.log(`\nItems\n${calibrationTable(result.calibration.items).join("\n")}`);
        console.log(`\nLinks\n${calibrationTable(result.calibration.links).join("\n")}`);
        if (flags.byDocument) console.log(`\n${documentTable(result.byDocument).join("\n")}`);
        if (flags.verbose) console.log(`\n${result.remarks.join("\n")}`);
        if (result.missing.length > 0) console.log(style.doubtful(`\nNot in the store: ${result.missing.join(", ")}`));
      }),
    );
}

async function recordsOf(store: Store): Promise<DocumentRecord[]> {
  const records: DocumentRecord[] = [];
  for await (const { id } of store.documents()) records.push((await loadRecord(store, id))!);
  return records;
}

function evaluateOrRefuse({ gold, present }: Flags, records: readonly DocumentRecord[]) {
  try {
    return evaluate(gold, records, { present: present ?? false });
  } catch (error) {
    throw new UsageError((error as Error).message, { cause: error });
  }
}

const share = (value: number | null): string => (value === null ? "–" : value.toFixed(3));

function figures(scores: Scores): string[] {
  const tallies = TALLIES.map((name) => {
    const { p, r, f1, gold } = scores[name];
    return [name, share(p), share(r), share(f1), String(gold)];
  });
  const shares = SHARES.map((name) => [name, "", "", share(scores[name].value), String(scores[name].of)]);
  const right = (heading: string) => ({ heading, right: true });
  return formatTable(
    [{ heading: "measure" }, ...["precision", "recall", "F1 or share", "of"].map(right)],
    [...tallies, ...shares],
  );
}

function documentTable(byDocument: Record<string, Scores>): string[] {
  const rows = Object.entries(byDocument).map(([name, scores]) => [
    name,
    ...(["anyKind", "deadline", "parts", "replyTokens"] as const).map((measure) => share(scores[measure].f1)),
    share(scores.outcome.value),
  ]);
  const headings = ["items F1", "deadlines F1", "parts F1", "reply words F1", "outcomes"];
  return formatTable([{ heading: "document" }, ...headings.map((heading) => ({ heading, right: true }))], rows);
}
