import { Command } from "commander";
import { complain } from "./complain.ts";
import { EXIT } from "./exit.ts";
import { addIngest } from "./ingest.ts";
import { packageVersion } from "./package-version.ts";

/** The front door. `argv` as in `process.argv`; what became of it is left in `process.exitCode`. */
export async function main(argv: readonly string[]): Promise<void> {
  const program = new Command("answerable")
    .description(
      "Reads what public bodies publish to one another: who asked what of whom, by when, and what came back.",
    )
    .version(packageVersion(), "-V, --version", "print the version")
    .showHelpAfterError("(answerable --help shows what there is)")
    .exitOverride();
  for (const add of [addIngest]) add(program);
  try {
    await program.parseAsync([...argv]);
  } catch (error) {
    process.exitCode = complain(error) ?? EXIT.usage;
  }
}
