import { Command } from "commander";
import { complain } from "./complain.ts";
import { addDoctor } from "./doctor.ts";
import { addEvaluate } from "./evaluate.ts";
import { EXIT } from "./exit.ts";
import { addExplain } from "./explain.ts";
import { addExport } from "./export.ts";
import { addIngest } from "./ingest.ts";
import { addLink } from "./link.ts";
import { addList } from "./list.ts";
import { packageVersion } from "./package-version.ts";
import { addPage } from "./page.ts";
import { addPipelines } from "./pipelines.ts";
import { addRemove } from "./remove.ts";
import { addSearch } from "./search.ts";
import { addShow } from "./show.ts";

/** In the order in which `--help` lists them. */
const COMMANDS = [
  addIngest,
  addShow,
  addList,
  addSearch,
  addExplain,
  addExport,
  addLink,
  addRemove,
  addPipelines,
  addEvaluate,
  addPage,
  addDoctor,
];

/** The front door. `argv` as in `process.argv`; what became of it is left in `process.exitCode`. */
export async function main(argv: readonly string[]): Promise<void> {
  const program = new Command("answerable")
    .description(
      "Reads what public bodies publish to one another: who asked what of whom, by when, and what came back.",
    )
    .version(packageVersion(), "-V, --version", "print the version")
    .showHelpAfterError("(answerable --help shows what there is)")
    .exitOverride();
  for (const add of COMMANDS) add(program);
  process.stdout.on("error", endWithReader);
  try {
    await program.parseAsync([...argv]);
  } catch (error) {
    process.exitCode = complain(error) ?? EXIT.usage;
  }
}

/** `answerable list | head`: who reads has seen enough. */
function endWithReader(error: NodeJS.ErrnoException): void {
  if (error.code !== "EPIPE") throw error;
  process.exit(EXIT.done);
}
