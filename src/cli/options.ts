import { InvalidArgumentError } from "commander";

/** A whole number above 0. */
export function toNumber(words: string): number {
  const number = Number(words);
  if (!Number.isSafeInteger(number) || number < 1) throw new InvalidArgumentError("Give a whole number above 0.");
  return number;
}

/** An ISO day that is in the calendar. */
export function toDay(words: string): string {
  const day = new Date(`${words}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(words) || Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== words)
    throw new InvalidArgumentError("Give a day as YYYY-MM-DD.");
  return words;
}

/** Values of an option that may be given again. */
export const collect = (value: string, before: string[] = []): string[] => [...before, value];

/** Limits as NAME=NUMBER, given again for each. */
export function collectLimit(words: string, before: Record<string, number> = {}): Record<string, number> {
  const [name = "", number = ""] = words.split("=");
  return { ...before, [name]: toNumber(number) };
}

/** The address by which browsers reach a server: no path, since the desk stands at the root. */
export function toAddress(words: string): URL {
  const url = URL.canParse(words) ? new URL(words) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.pathname !== "/" || url.search || url.hash)
    throw new InvalidArgumentError("Give an address as https://desk.example.org.");
  return url;
}
