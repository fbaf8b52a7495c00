import { Command } from "commander";
import { complain } from "./complain.ts";
import { EXIT } from "./exit.ts";
import { packageVersion } from "./package-version.ts";

type AddCommand = (program: Command) => void;

/** In the order in which `--help` lists them. Only the one that is asked for is loaded: most need no reader of documents. */
const COMMANDS: Record<string, () => Promise<AddCommand>> = {
  ingest: async () => (await import("./ingest.ts")).addIngest,
  worker: async () => (await import("./worker.ts")).addWorker,
  batch: async () => (await import("./batch.ts")).addBatch,
  status: async () => (await import("./status.ts")).addStatus,
  serve: async () => (await import("./serve.ts")).addServe,
  user: async () => (await import("./user.ts")).addUser,
  show: async () => (await import("./show.ts")).addShow,
  list: async () => (await import("./list.ts")).addList,
  search: async () => (await import("./search.ts")).addSearch,
  explain: async () => (await import("./explain.ts")).addExplain,
  export: async () => (await import("./export.ts")).addExport,
  link: async () => (await import("./link.ts")).addLink,
  remove: async () => (await import("./remove.ts")).addRemove,
  page: async () => (await import("./page.ts")).addPage,
  pipelines: async () => (await import("./pipelines.ts")).addPipelines,
  evaluate: async () => (await import("./evaluate.ts")).addEvaluate,
  train: async () => (await import("./train.ts")).addTrain,
  store: async () => (await import("./store.ts")).addStore,
  doctor: async () => (await import("./doctor.ts")).addDoctor,
};

const EXIT_CODES = `
Exit codes: 0 all done, 1 nothing could be done, 2 the command was not understood, 3 some inputs failed.
"answerable <command> --help" shows each with an example.
`;

/** The front door. `argv` as in `process.argv`; what became of it is left in `process.exitCode`. */
export async function main(argv: readonly string[]): Promise<void> {
  process.stdout.on("error", endWithReader);
  try {
    await (await createProgram(argv[2])).parseAsync([...argv]);
  } catch (error) {
    process.exitCode = complain(error);
  }
}

async function createProgram(asked = ""): Promise<Command> {
  const program = new Command("answerable")
    .description(
      "Reads what public bodies publish to one another: who asked what of whom, by when, and what came back.",
    )
    .version(packageVersion(), "-V, --version", "print the version")
    .showHelpAfterError("(answerable --help shows what there is)")
    .addHelpText("after", EXIT_CODES)
    .exitOverride();
  const wanted = COMMANDS[asked]
    ? [COMMANDS[asked]]
    : asked.startsWith("-V") || asked === "--version"
      ? []
      : Object.values(COMMANDS);
  for (const load of wanted) (await load())(program);
  return program;
}

/** `answerable list | head`: who reads has seen enough. */
function endWithReader(error: NodeJS.ErrnoException): void {
  if (error.code !== "EPIPE") throw error;
  process.exit(EXIT.done);
}
