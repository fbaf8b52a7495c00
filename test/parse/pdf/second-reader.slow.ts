import { expect, it } from "vitest";
import { ownPdfs, readOwnPdf } from "../../support/own-pdfs.ts";
import { chances, compareRuns, lostWords, readWords } from "../../support/second-reader.ts";

const RUNS = 1_000;
/** A drop capital stands under no box of its own: its word is boxed where the rest of it stands. */
const MOST_OTHERWISE = RUNS / 200;

it("puts boxes where an independent reader finds the same words, in a thousand random runs of all own PDFs", async () => {
  const paths = ownPdfs();
  const random = chances(20);
  const count = Math.ceil(RUNS / paths.length);
  const otherwise: string[] = [];
  let all = 0;
  for (const path of paths) {
    for (const { ours, theirs, same } of compareRuns(await readOwnPdf(path), readWords(path), { count, random })) {
      all++;
      if (!same) otherwise.push(`${path}: ${ours} / ${theirs}`);
    }
  }
  expect(all).toBeGreaterThanOrEqual(RUNS);
  expect(otherwise.length, otherwise.join("\n")).toBeLessThanOrEqual(MOST_OTHERWISE);
});

it("loses no word that an independent reader finds within a page, of all own PDFs", async () => {
  const lost: string[] = [];
  for (const path of ownPdfs())
    for (const { text, page } of lostWords(await readOwnPdf(path), readWords(path)))
      lost.push(`${path}, page ${page}: ${text}`);
  expect(lost).toEqual([]);
});
