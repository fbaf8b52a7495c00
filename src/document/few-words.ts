/** Whether a text has more words, parted by white space, than so many. It is read no further than that takes. */
export function hasMoreWords(text: string, most: number): boolean {
  const gap = /\s+/g;
  const words = text.trim();
  for (let gaps = 0; gaps < most; gaps++) if (!gap.test(words)) return false;
  return true;
}
