import { compileCues } from "../extract/cue.ts";
import { deadlineTrials } from "../extract/deadline/trials.ts";
import { compileSchemes, findMentions } from "../extract/reference/mention.ts";
import type { Trial } from "../extract/trial.ts";
import { says } from "../link/cues.ts";
import { compile } from "../structure/rules.ts";
import type { PipelineDefinition } from "./definition.ts";

/** An example that a wording does not find, or a near miss that it does not leave alone. */
export type WordingFault = { cue: string; text: string; expected: "find" | "ignore" };

/** Tries every wording of a pipeline on its own examples and near misses. Throws where a pattern cannot be read. */
export function checkPipeline(pipeline: PipelineDefinition): { tried: number; faults: WordingFault[] } {
  const trials = [
    ...structureTrials(pipeline),
    ...cueTrials(pipeline),
    ...deadlineTrials(pipeline.extract.deadlines).map((trial) => ({ ...trial, name: `deadlines: ${trial.name}` })),
    ...referenceTrials(pipeline),
    ...linkTrials(pipeline),
  ];
  const faults = trials.flatMap(({ name, finds, ignores, fits }) => [
    ...finds.filter((text) => !fits(text)).map((text) => ({ cue: name, text, expected: "find" as const })),
    ...ignores.filter(fits).map((text) => ({ cue: name, text, expected: "ignore" as const })),
  ]);
  return { tried: trials.reduce((sum, { finds, ignores }) => sum + finds.length + ignores.length, 0), faults };
}

function structureTrials({ structure }: PipelineDefinition): Trial[] {
  const signs = structure.signs.map((wording) => {
    const alone = compile({ ...structure, signs: [wording] });
    return { ...wording, name: `structure: ${wording.name}`, fits: (text: string) => alone.shows(text, wording.sign) };
  });
  const kinds = compile(structure).kinds.map((kind) => ({
    ...kind,
    name: `structure: ${kind.name}`,
    fits: (text: string) => kind.fits.test(text),
  }));
  return [...signs, ...kinds];
}

function cueTrials({ extract }: PipelineDefinition): Trial[] {
  return compileCues(extract.cues, extract.words).cues.map((cue) => ({
    ...cue,
    name: `extract: ${cue.name}`,
    fits: (text) => cue.fits.test(text),
  }));
}

function referenceTrials({ extract: { references } }: PipelineDefinition): Trial[] {
  return references.schemes.flatMap((scheme) =>
    scheme.cues.map((cue) => {
      const own = compileSchemes({ words: references.words, schemes: [{ ...scheme, cues: [cue] }] });
      const fits = (text: string) => findMentions(text, own, cue.parts[0] ?? null).length > 0;
      return { ...cue, name: `references: ${scheme.name} ${cue.name}`, fits };
    }),
  );
}

function linkTrials({ link }: PipelineDefinition): Trial[] {
  const { outcomes, echoes, courtesies, asides, elsewhere, pointers, information } = link;
  return [outcomes, echoes, courtesies, asides, elsewhere, pointers, information].flat().map((cue) => ({
    ...cue,
    name: `link: ${cue.name}`,
    fits: (text) => says(text, [cue]),
  }));
}
