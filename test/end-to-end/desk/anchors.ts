import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, it } from "vitest";
import type { Anchor } from "../../../src/records/anchor.ts";
import type { DocumentView, TextView } from "../../../src/server/schemas.ts";
import type { Visit } from "./visit.ts";

const ANCHORS = 200;
/** PDFs whose pages have text of their own. */
const FILES = [
  "property-stores-letter.pdf",
  "property-stores-reply.pdf",
  "above-shops-report.pdf",
  "written-answers.pdf",
  "street-markets-decision.pdf",
];
const TEXT_LAYER_STYLE = readFileSync(createRequire(import.meta.url).resolve("pdfjs-dist/web/pdf_viewer.css"), "utf8");

/** Lays pdf.js' own text layer out at one point to the pixel, and keeps where the middle of each of its words is. */
const READ_TEXT_LAYER = `async (id, number, style) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  document.adoptedStyleSheets = [sheet];
  const file = await pdfjsLib.getDocument({ url: "/api/v1/documents/" + id + "/original" }).promise;
  const page = await file.getPage(number);
  const viewport = page.getViewport({ scale: 1 });
  const layer = document.createElement("div");
  layer.className = "textLayer";
  layer.style.cssText = "position: fixed; inset: 0 auto auto 0; --total-scale-factor: 1; --scale-round-x: 1px; --scale-round-y: 1px";
  document.body.append(layer);
  await new pdfjsLib.TextLayer({ textContentSource: page.streamTextContent(), container: layer, viewport }).render();
  const words = [];
  const walker = document.createTreeWalker(layer, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    for (const word of node.nodeValue.matchAll(/\\S+/g)) {
      const range = document.createRange();
      range.setStart(node, word.index);
      range.setEnd(node, word.index + word[0].length);
      const box = range.getBoundingClientRect();
      words.push({ word: word[0], x: box.x + box.width / 2, y: box.y + box.height / 2, height: box.height });
    }
  layer.remove();
  document.adoptedStyleSheets = [];
  await file.loadingTask.destroy();
  window.wordsOfLayer = words;
}`;

/** The words of the text layer that lie under the boxes drawn on the page that is shown; raised marks of notes are no words of the text. */
const WORDS_UNDER_BOXES = `(width) => {
  const sheet = document.querySelector(".sheet").getBoundingClientRect();
  const scale = width / sheet.width;
  const boxes = [...document.querySelectorAll(".sheet rect.found")].map((rect) => {
    const box = rect.getBoundingClientRect();
    return { x: (box.x - sheet.x) * scale, y: (box.y - sheet.y) * scale, width: box.width * scale, height: box.height * scale };
  });
  const isUnder = ({ x, y }) =>
    boxes.some((box) => x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height);
  const under = window.wordsOfLayer.filter(isUnder);
  const tall = Math.max(...under.map(({ height }) => height));
  const isMark = ({ word, height }) => /^\\d{1,3}$/.test(word) && height < 0.8 * tall;
  return under.filter((word) => !isMark(word)).map(({ word }) => word).join(" ");
}`;

/** The same numbers from 0 to 1 every time: a linear congruential generator (constants of Numerical Recipes). */
function seeded(): () => number {
  let state = 20_240_301;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Without white space, hyphens, and the rows of dots that lead the eye in a list of contents, which are no words of the text. */
const folded = (words: string): string => words.normalize("NFKC").replace(/\.{4,}|[\s\u00ad\u2010\u2011-]/g, "");

/** The text under what is drawn on a page is what the anchor says. */
export function describeAnchors(visit: Visit): void {
  it(`the words of pdf.js' text layer under the drawn boxes are those of the anchor, for ${ANCHORS} random anchors`, async () => {
    const wrong: [found: string, exact: string][] = [];
    for (const { id, page, anchors } of await randomAnchors(visit)) {
      await visit.open(placeOf(id, anchors[0]!));
      await visit.page.locator("rect.found").first().waitFor({ state: "attached" });
      await expect.poll(() => visit.page.evaluate("typeof pdfjsLib")).toBe("object");
      await visit.page.evaluate(`(${READ_TEXT_LAYER})("${id}", ${page.number}, ${JSON.stringify(TEXT_LAYER_STYLE)})`);
      for (const anchor of anchors) {
        const to = JSON.stringify(placeOf(id, anchor));
        await visit.page.evaluate(`history.pushState(null, "", ${to}); dispatchEvent(new PopStateEvent("popstate"))`);
        const read = async () => folded(await visit.page.evaluate(`(${WORDS_UNDER_BOXES})(${page.width})`));
        const found = await soon(read, folded(anchor.exact));
        if (found !== folded(anchor.exact)) wrong.push([found, folded(anchor.exact)]);
      }
    }
    expect(wrong).toEqual([]);
  });
}

const placeOf = (id: string, { start, end }: Anchor): string => `/documents/${id}?at=${start}&to=${end}`;

/** What is read when it is what is wanted, or at last after a hundred looks. */
async function soon(read: () => Promise<string>, wanted: string): Promise<string> {
  for (let look = 0; look < 100; look++) {
    if ((await read()) === wanted) return wanted;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return read();
}

type OnPage = { id: string; page: DocumentView["pages"][number]; anchors: Anchor[] };

/** Stretches of random words within random blocks, page by page. */
async function randomAnchors({ looker, documentOf }: Visit): Promise<OnPage[]> {
  const random = seeded();
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const pages = new Map<string, OnPage>();
  const documents = await Promise.all(
    FILES.map(async (name) => {
      const id = await documentOf(name);
      const view: DocumentView = await looker.json(`/documents/${id}`);
      const text: TextView = await looker.json(`/documents/${id}/text`);
      return { id, view, text };
    }),
  );
  for (let count = 0; count < ANCHORS; ) {
    const { id, view, text } = pick(documents);
    const block = pick(text.blocks);
    const words = [...text.text.slice(block.start, block.end).matchAll(/\S+/g)];
    const [from, to] = [pick(words), pick(words)].sort((a, b) => a.index - b.index) as [
      RegExpExecArray,
      RegExpExecArray,
    ];
    const [start, end] = [block.start + from.index, block.start + to.index + to[0].length];
    const anchor: Anchor = await looker.json(`/documents/${id}/anchor?start=${start}&end=${end}`);
    // what goes on overleaf is drawn on two pages, of which one is shown at a time
    if (anchor.boxes.length === 0 || anchor.boxes.some((box) => box.page !== anchor.page)) continue;
    const page = view.pages.find(({ number }) => number === anchor.page)!;
    const key = `${id} ${page.number}`;
    pages.set(key, { id, page, anchors: [...(pages.get(key)?.anchors ?? []), anchor] });
    count += 1;
  }
  return [...pages.values()];
}
