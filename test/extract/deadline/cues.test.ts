import { describe, expect, it } from "vitest";
import { deadlineTrials } from "../../../src/extract/deadline/trials.ts";
import { loadPipeline } from "../../../src/pipeline/load.ts";

describe.each(deadlineTrials(loadPipeline("gla-correspondence").extract.deadlines))("$name", (trial) => {
  it.each(trial.finds)("finds %s", (text) => expect(trial.fits(text)).toBe(true));
  it.each(trial.ignores)("ignores %s", (text) => expect(trial.fits(text)).toBe(false));
});
