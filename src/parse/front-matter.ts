import { parse } from "yaml";

/** What stands before a Markdown text about it: how long that is, in UTF-16 code units, the title, and what else is kept. */
export type FrontMatter = { length: number; title: string | null; metadata: Record<string, string> };

const NONE: FrontMatter = { length: 0, title: null, metadata: {} };

/** Settings between lines of three dashes at the very beginning, as Jekyll brought in. */
const FENCED = /^---[ \t]*\r?\n(?<settings>(?:(?!---).*\r?\n){0,200}?)(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/;

/** Names that generators of sites give to what we keep. */
const KEPT: Record<string, string> = { date: "published", published: "published", author: "author", url: "url" };

/** The settings at the head of a Markdown text; none where what stands between the lines is no map of settings. */
export function frontMatterOf(source: string): FrontMatter {
  const match = FENCED.exec(source);
  const settings = match && settingsIn(match.groups!.settings!);
  if (!settings) return NONE;
  const words = Object.entries(settings).flatMap(([name, value]): [string, string][] =>
    typeof value === "string" && value !== "" ? [[name.toLowerCase(), value]] : [],
  );
  return {
    length: match[0].length,
    title: words.find(([name]) => name === "title")?.[1] ?? null,
    metadata: Object.fromEntries(words.flatMap(([name, value]) => (KEPT[name] ? [[KEPT[name], value]] : []))),
  };
}

/** YAML that cannot be read is text between two rules. */
function settingsIn(yaml: string): object | null {
  try {
    const settings: unknown = parse(yaml, { logLevel: "error" });
    return typeof settings === "object" && settings !== null && !Array.isArray(settings) ? settings : null;
  } catch {
    return null;
  }
}
