import type { Command } from "commander";
import { explain } from "../pipeline/explain.ts";
import { resolveDocument } from "../pipeline/pairs.ts";
import { EXIT } from "./exit.ts";
import { loadSettings } from "./settings.ts";
import { style } from "./style.ts";
import { withStore } from "./with-store.ts";
import { withRunner } from "./workshop.ts";
import { wrap } from "./wrap.ts";

type Flags = { json?: boolean; store?: string };
type Place = Awaited<ReturnType<typeof explain>>["places"][number];

/** `answerable explain DOC "words"` */
export function addExplain(program: Command): void {
  program
    .command("explain")
    .description("tell why a sentence is an item, or which pass let it go")
    .argument("<doc>", "a document's name, path or id")
    .argument("<words>", "words of it, in quotes")
    .option("--json", "as JSON")
    .option("--store <path>", "the store's file (default: ./answerable.db)")
    .addHelpText("after", '\nExample:\n  answerable explain letter.pdf "would be grateful"\n')
    .action(async (doc: string, words: string, flags: Flags) => {
      const settings = loadSettings({ store: flags.store });
      const { places } = await withStore(settings.store, async (store) => {
        const { id } = await resolveDocument(store, doc);
        return withRunner(store, { ...settings, workers: 1 }, ({ threads }) => explain(store, threads, id, words));
      });
      if (flags.json) console.log(JSON.stringify(places, null, 1));
      else
        console.log(
          places.length === 0 ? `"${words}" does not stand in this document.` : places.map(describePlace).join("\n\n"),
        );
      if (places.length === 0) process.exitCode = EXIT.nothing;
    });
}

function describePlace({ text, start, readings }: Place): string {
  const head = `${style.strong(`"${text.replace(/\s+/g, " ")}"`)} ${style.faint(`at ${start}`)}`;
  if (readings.length === 0) return `${head}\n  No cue saw anything here.`;
  return [head, ...readings.map(describeReading)].join("\n");
}

function describeReading(reading: Place["readings"][number]): string {
  const verdict = reading.letGo
    ? style.bad(`no ${reading.kind}: ${reading.letGo.pass} let it go, ${reading.letGo.why}`)
    : style.good(`${reading.kind}, confidence ${reading.confidence.toFixed(2)}`);
  return [
    wrap(reading.text, "  "),
    `  ${verdict}`,
    ...reading.cues.map((cue) => `    cue ${cue.name}: ${cue.says} "${cue.words}"`),
    ...reading.weights.map(
      ({ feature, weight }) => `    ${weight >= 0 ? "+" : "−"}${Math.abs(weight).toFixed(2)}  ${feature}`,
    ),
  ].join("\n");
}
