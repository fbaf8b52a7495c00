import type { Block } from "../document/document.ts";

/**
 * Labels as they are printed before a paragraph: "8.12", "4.", "3)", "(a)", "(a)(iv)", "a)", "iv.", "1(a)", "4. (a) (iv)".
 * A bare number is a label only where white space wide enough to hang, or a capital, follows: see `printedLabel`.
 */
const LABEL =
  /^(?:\d{1,3}(?:\.\d{1,3}){1,3}\.?(?:\s?\([a-z\d]{1,4}\))?|\d{1,3}[.)](?:\s?\([a-z]{1,4}\)){0,2}|\(?(?:\d{1,3}|[a-zA-Z]|[ivxl]{1,6})\)(?:\s?\([a-z\d]{1,4}\)){0,2}|\d{1,3}\([a-z]{1,4}\)|[a-zA-Z]\.(?=\s)|[ivxl]{2,6}\.)(?=\s|$)/;

/** The label that words begin with, as printed, and its length with the white space after it; null where there is none. */
export function printedLabel(words: string): { label: string; length: number } | null {
  const label = LABEL.exec(words)?.[0];
  if (label === undefined) return null;
  const rest = words.slice(label.length);
  const space = rest.length - rest.trimStart().length;
  // an initial before a surname is no label, nor is a sum of money or a decimal fraction
  if (/^[A-Z]\.$/.test(label) && /^\s(?:[A-Z]\.|[A-Z][a-z]+$)/.test(rest)) return null;
  if (/^\d+\.\d+$/.test(label) && /^\s(?:per cent|million|billion|%|[ap]\.?m\b)/.test(rest)) return null;
  return { label, length: label.length + space };
}

/** Blocks with the labels printed before their words. A label that a list counted stays. */
export function labelBlocks(text: string, blocks: readonly Block[]): Block[] {
  return blocks.map((block) => {
    if (block.label !== null || block.kind === "note" || block.kind === "contents") return block;
    const found = printedLabel(text.slice(block.start, Math.min(block.end, block.start + 40)));
    if (!found || block.start + found.length >= block.end) return block;
    return { ...block, label: found.label, body: block.start + found.length };
  });
}
