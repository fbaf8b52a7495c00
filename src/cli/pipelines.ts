import type { Command } from "commander";
import { checkPipeline } from "../pipeline/check.ts";
import { loadPipeline } from "../pipeline/load.ts";
import { shippedPipelines } from "../pipeline/shipped.ts";
import { EXIT } from "./exit.ts";
import { style } from "./style.ts";
import { wrap } from "./wrap.ts";

/** `answerable pipelines list|check` */
export function addPipelines(program: Command): void {
  const pipelines = program
    .command("pipelines")
    .description("the rules by which documents are read")
    .addHelpText("after", "\nExample:\n  answerable pipelines check my-council.yaml\n");
  pipelines
    .command("list")
    .description("the pipelines that come with answerable")
    .addHelpText("after", "\nExample:\n  answerable pipelines list\n")
    .action(() => {
      for (const name of shippedPipelines())
        console.log(`${style.strong(name)}\n${wrap(loadPipeline(name).description, "  ")}`);
    });
  pipelines
    .command("check")
    .description("try every wording of a pipeline file on its own examples and near misses")
    .argument("<file>", "a pipeline's file or name")
    .addHelpText("after", "\nExample:\n  answerable pipelines check my-council.yaml\n")
    .action((file: string) => {
      const { tried, faults } = checkPipeline(loadPipeline(file));
      for (const { cue, text, expected } of faults)
        console.log(`${style.bad("✗")} ${cue} should ${expected === "find" ? "find" : "leave alone"}: ${text}`);
      console.log(
        faults.length === 0
          ? `All ${tried} examples and near misses hold.`
          : `${faults.length} of ${tried} do not hold.`,
      );
      if (faults.length > 0) process.exitCode = EXIT.nothing;
    });
}
