import { exportFolder } from "../export/folder.ts";
import { linkStore } from "../pipeline/ingest.ts";
import type { Store } from "../store/store.ts";
import type { Settings } from "./settings.ts";
import { summarise } from "./tally.ts";
import { withRunner } from "./workshop.ts";

/** Links the store anew and writes it out where the settings say so; gives a sentence that tells what changed. */
export function relink(store: Store, settings: Settings): Promise<string> {
  return withRunner(store, settings, async (workshop) => {
    let changed = 0;
    const linked = () => void changed++;
    await linkStore({ ...workshop, limits: settings.limits, force: false, events: { linking: () => {}, linked } });
    if (settings.out) await exportFolder(store, settings.out, await summarise(store, workshop.pipelines, null));
    return changed === 0 ? "No record changed." : `${changed} record${changed === 1 ? "" : "s"} changed.`;
  });
}
