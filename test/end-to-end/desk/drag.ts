import type { Page } from "playwright-core";
import { expect } from "vitest";

/** Where words stand in the window, in its own points, scrolled into view: `[x, y]` of the first letter, then of the last; null as long as they are not there. */
const ENDS_OF = `(selector, sought) => {
  const part = document.querySelector(selector);
  if (!part) return null;
  const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const at = node.nodeValue.indexOf(sought);
    if (at < 0) continue;
    node.parentElement.scrollIntoView({ block: "center" });
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + sought.length);
    const lines = [...range.getClientRects()];
    const [first, last] = [lines[0], lines.at(-1)];
    return [[first.left + 1, first.top + first.height / 2], [last.right - 1, last.top + last.height / 2]];
  }
  return null;
}`;

/** Drags with the mouse over words within one element's text, from the first letter to the last. */
export async function dragOver(page: Page, selector: string, words: string): Promise<void> {
  const call = `(${ENDS_OF})(${JSON.stringify(selector)}, ${JSON.stringify(words)})`;
  await expect.poll(() => page.evaluate(call)).not.toBeNull();
  const [from, to] = (await page.evaluate(call)) as [number, number][];
  await page.mouse.move(...from!);
  await page.mouse.down();
  await page.mouse.move(...to!, { steps: 5 });
  await page.mouse.up();
}
