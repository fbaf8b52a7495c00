import { existsSync } from "node:fs";
import { findInputs } from "../pipeline/input/find.ts";
import { sha256 } from "../records/ids.ts";
import { openSqliteStore } from "../store/sqlite.ts";
import { EXIT } from "./exit.ts";
import { inputOptions } from "./input-options.ts";
import type { Settings } from "./settings.ts";
import { style } from "./style.ts";

/** Says of every input whether it is new, known or cannot be opened; writes nothing anywhere. Gives the exit code. */
export async function dryRun(given: string[], settings: Settings, pairs?: string): Promise<number> {
  const path = settings.store;
  const store = await openSqliteStore(existsSync(path) ? path : ":memory:");
  const counts = { new: 0, known: 0, failed: 0 };
  try {
    for await (const input of findInputs(given, inputOptions(settings, pairs))) {
      if ("failure" in input) {
        counts.failed++;
        console.log(`${style.bad("would fail")}  ${input.uri}  ${input.failure.code}  ${input.failure.message}`);
        continue;
      }
      const state = (await store.state(sha256(await input.read())))?.readKey ? "known" : "new";
      counts[state]++;
      console.log(`${state === "new" ? style.good("would read") : style.faint("known     ")}  ${input.uri}`);
    }
  } finally {
    await store.close();
  }
  console.log(`${counts.new} new, ${counts.known} known, ${counts.failed} that cannot be opened. Nothing was written.`);
  if (counts.failed === 0) return EXIT.done;
  return counts.new + counts.known > 0 ? EXIT.someFailed : EXIT.nothing;
}
