import { writeFileSync } from "node:fs";
import { basename, resolve } from "node:path";
import type { Command } from "commander";
import { readGold } from "../evaluate/read-gold.ts";
import { NothingToLearn, type Training, train } from "../evaluate/train.ts";
import { weightsFile } from "../evaluate/weights-file.ts";
import { DEFAULT_PIPELINE, loadPipeline } from "../pipeline/load.ts";
import { structuredDocuments } from "../pipeline/weighing.ts";
import { UsageError } from "./exit.ts";
import { collect } from "./options.ts";
import { loadSettings } from "./settings.ts";
import { trainingReport } from "./training-report.ts";
import { withStore } from "./with-store.ts";

type Flags = { gold: string[]; write?: string; pipeline?: string; json?: boolean; store?: string };

/** `answerable train --gold DIR` */
export function addTrain(program: Command): void {
  program
    .command("train")
    .description("learn the weights of cues and features from annotations of your own; says what it would change")
    .requiredOption("--gold <dir>", "a folder of annotations (may be given again)", collect)
    .option("--write <file>", "write the weights as a fragment for pipeline files (default: only say what is learnt)")
    .option("--pipeline <name>", `the rules whose weights are learnt (default: ${DEFAULT_PIPELINE})`)
    .option("--json", "everything as JSON")
    .option("--store <path>", "the store with the annotated documents (default: ./answerable.db)")
    .addHelpText("after", "\nExample:\n  answerable ingest my-documents && answerable train --gold my-annotations\n")
    .action((flags: Flags) =>
      withStore(loadSettings({ store: flags.store }).store, async (store) => {
        const pipeline = loadPipeline(flags.pipeline ?? DEFAULT_PIPELINE);
        const documents = await structuredDocuments(store, pipeline);
        const training = orRefuse(() => train(documents, readGold(flags.gold), pipeline));
        console.log(flags.json ? JSON.stringify(training, null, 1) : trainingReport(training).join("\n"));
        if (flags.write) write(flags.write, training, flags.gold);
        else if (!flags.json) console.log("\nNothing was written. --write FILE writes what was learnt.");
      }),
    );
}

function orRefuse(learn: () => Training): Training {
  try {
    return learn();
  } catch (error) {
    if (error instanceof NothingToLearn)
      throw new UsageError(`Nothing can be learnt: ${error.message}.`, { cause: error });
    throw error;
  }
}

function write(path: string, training: Training, gold: readonly string[]): void {
  const corpora = gold.map((dir) => basename(resolve(dir)));
  try {
    writeFileSync(path, weightsFile(training, corpora));
  } catch (error) {
    throw new UsageError(`${path} cannot be written: ${(error as Error).message}`, { cause: error });
  }
  console.log(`\n${path} written.`);
}
