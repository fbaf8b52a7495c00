import { writeFileSync } from "node:fs";
import { basename, resolve } from "node:path";
import type { Command } from "commander";
import { readGold } from "../evaluate/read-gold.ts";
import { loadRecord } from "../export/record.ts";
import type { PipelineDefinition } from "../pipeline/definition.ts";
import { loadPipeline } from "../pipeline/load.ts";
import { DEFAULT_PIPELINE } from "../pipeline/shipped.ts";
import { structuredDocuments } from "../pipeline/weighing.ts";
import type { DocumentRecord } from "../records/document-record.ts";
import type { Store } from "../store/store.ts";
import { LEARNING } from "../train/cross-validation.ts";
import { judgedIn } from "../train/judged.ts";
import { NothingToLearn, type Training, train } from "../train/train.ts";
import { type ReviewTraining, trainFromReviews } from "../train/train-from-reviews.ts";
import { weightsFile } from "../train/weights-file.ts";
import { UsageError } from "./exit.ts";
import { collect } from "./options.ts";
import { loadSettings } from "./settings.ts";
import { changesReport, trainingReport } from "./training-report.ts";
import { withStore } from "./with-store.ts";

type Flags = {
  gold?: string[];
  fromReviews?: boolean;
  write?: string;
  pipeline?: string;
  json?: boolean;
  store?: string;
};

const EXAMPLES = `
Examples:
  answerable ingest my-documents && answerable train --gold my-annotations
  answerable train --from-reviews
`;

/** `answerable train --gold DIR|--from-reviews` */
export function addTrain(program: Command): void {
  program
    .command("train")
    .description("learn the weights of cues and features from what people said; says what it would change")
    .option("--gold <dir>", "a folder of annotations (may be given again)", collect)
    .option("--from-reviews", "from the decisions made in the review desk")
    .option("--write <file>", "write the weights as a fragment for pipeline files (default: only say what is learnt)")
    .option("--pipeline <name>", `the rules whose weights are learnt (default: ${DEFAULT_PIPELINE})`)
    .option("--json", "everything as JSON")
    .option("--store <path>", "the store with the annotated documents (default: ./answerable.db)")
    .addHelpText("after", EXAMPLES)
    .action((flags: Flags) =>
      withStore(loadSettings({ store: flags.store }).store, async (store) => {
        const { gold, fromReviews, json, write: path } = flags;
        if (!gold === !fromReviews) throw new UsageError("Say from what: either --gold DIR or --from-reviews.");
        const pipeline = loadPipeline(flags.pipeline ?? DEFAULT_PIPELINE);
        const training = gold ? await fromGold(store, gold, pipeline) : await fromLog(store, pipeline);
        console.log(json ? JSON.stringify(training, null, 1) : reportOf(training).join("\n"));
        if (path) write(path, training, gold?.map((dir) => basename(resolve(dir))) ?? ["reviewers' decisions"]);
        else if (!json) console.log("\nNothing was written. --write FILE writes what was learnt.");
      }),
    );
}

async function fromGold(store: Store, gold: readonly string[], pipeline: PipelineDefinition): Promise<Training> {
  const documents = await structuredDocuments(store, pipeline);
  const folderOf = new Map(
    gold.flatMap((dir) => [...readGold([dir]).byName.keys()].map((name) => [name, basename(resolve(dir))])),
  );
  return orRefuse(() => train(documents, readGold(gold), pipeline, LEARNING, (name) => folderOf.get(name)!));
}

async function fromLog(store: Store, pipeline: PipelineDefinition): Promise<ReviewTraining> {
  const records: DocumentRecord[] = [];
  for await (const { id, copyOf } of store.documents()) {
    const record = copyOf === null ? await loadRecord(store, id) : null;
    if (record) records.push(record);
  }
  const judged = judgedIn(records, await Array.fromAsync(store.decisions()));
  const documents = await structuredDocuments(store, pipeline);
  return orRefuse(() => trainFromReviews(documents, judged, pipeline));
}

const reportOf = (training: Training | ReviewTraining): string[] => [
  ...trainingReport(training),
  ...("found" in training ? changesReport(training) : []),
];

function orRefuse<T>(learn: () => T): T {
  try {
    return learn();
  } catch (error) {
    if (error instanceof NothingToLearn)
      throw new UsageError(`Nothing can be learnt: ${error.message}.`, { cause: error });
    throw error;
  }
}

function write(path: string, training: Training, corpora: readonly string[]): void {
  try {
    writeFileSync(path, weightsFile(training, corpora));
  } catch (error) {
    throw new UsageError(`${path} cannot be written: ${(error as Error).message}`, { cause: error });
  }
  console.log(`\n${path} written.`);
}
