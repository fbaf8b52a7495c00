const ROMAN: [number, string][] = [
  [100, "c"],
  [90, "xc"],
  [50, "l"],
  [40, "xl"],
  [10, "x"],
  [9, "ix"],
  [5, "v"],
  [4, "iv"],
  [1, "i"],
];

/** How a list counts. */
export type Counting = "decimal" | "lower-letter" | "upper-letter" | "lower-roman" | "upper-roman";

/** The nth label of a list, as it is printed: 28 is "28", "ab", "AB", "xxviii" or "XXVIII". Numbers beyond 399 stay figures. */
export function countLabel(count: number, counting: Counting): string {
  if (counting === "decimal" || count < 1 || count > 399) return String(count);
  const label = counting.endsWith("letter") ? letters(count) : roman(count);
  return counting.startsWith("upper") ? label.toUpperCase() : label;
}

const letters = (count: number): string =>
  count <= 26
    ? String.fromCharCode(96 + count)
    : letters(Math.floor((count - 1) / 26)) + letters(((count - 1) % 26) + 1);

function roman(count: number): string {
  const [value, sign] = ROMAN.find(([each]) => each <= count)!;
  return sign + (count > value ? roman(count - value) : "");
}
