import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import { z } from "zod";
import { DEFAULT_OCR, type OcrSettings } from "../pipeline/versions.ts";
import { UsageError } from "./exit.ts";

/** The settings file, looked for in the folder in which the command runs. */
export const SETTINGS_FILE = "answerable.config.yaml";

/** The store of all commands, unless another is named. */
export const DEFAULT_STORE = "./answerable.db";

const positive = z.number().int().positive();

/** Where reading a document stops; every one can be set here or with `--limit NAME=NUMBER`. */
export const LimitSettings = z.strictObject({
  /** Of one input. */
  bytes: positive.default(100_000_000),
  /** Of a document's text. */
  characters: positive.default(20_000_000),
  pages: positive.default(5_000),
  /** Levels of nesting. */
  depth: positive.default(1_000),
  /** Of a DOCX when unpacked. */
  unpackedBytes: positive.default(200_000_000),
  /** For one stage of one document. */
  seconds: positive.default(300),
  /** The JavaScript heap of a thread; with less than this a thread cannot even start. */
  heapMegabytes: z.int().min(48).default(1_024),
});

/** `answerable.config.yaml`: what can be said there once instead of with every command. Flags win. */
export const Settings = z.strictObject({
  store: z.string().default(() => process.env.DATABASE_URL || DEFAULT_STORE),
  /** The Redis (or Valkey) of `--queue` and of workers. */
  redis: z.string().default(() => process.env.REDIS_URL || "redis://127.0.0.1:6379"),
  /** Where `ingest` writes the records; null for nowhere. */
  out: z.string().nullable().default(null),
  /** A pipeline's name or file; null leaves the choice to the documents. */
  pipeline: z.string().nullable().default(null),
  /** Threads that read documents. */
  workers: positive.default(() => Math.min(8, availableParallelism())),
  /** Globs of files that are no documents. */
  ignore: z.array(z.string()).default([]),
  /** Which pages of PDFs are read off their pictures: those without text, none, or all. */
  ocr: z.enum(["auto", "never", "always"]).default(DEFAULT_OCR.use),
  /** By what: the packaged engine reads alike everywhere; "auto" takes the system's tesseract where there is one. */
  ocrEngine: z.enum(["auto", "packaged", "system"]).default(DEFAULT_OCR.engine),
  limits: LimitSettings.prefault({}),
});
export type Settings = z.infer<typeof Settings> & { limits: { ocr: OcrSettings } };

/** What flags may say over the file. */
export type SettingFlags = {
  store?: string | undefined;
  redis?: string | undefined;
  out?: string | undefined;
  pipeline?: string | undefined;
  workers?: number | undefined;
  ignore?: string[] | undefined;
  ocr?: string | undefined;
  ocrEngine?: string | undefined;
  limit?: Record<string, number> | undefined;
};

/** The settings of this run: flags over `answerable.config.yaml` over what is given here. Throws `UsageError` where they make no sense. */
export function loadSettings(flags: SettingFlags, folder = process.cwd()): Settings {
  const { limit, store, redis, out, pipeline, workers, ignore, ocr, ocrEngine } = flags;
  const over = { store, redis, out, pipeline, workers, ignore, ocr, ocrEngine };
  const file = readSettings(resolve(folder, SETTINGS_FILE));
  const limits = { ...(file.limits as object | undefined), ...limit };
  const checked = Settings.safeParse({ ...file, ...definedOf(over), limits });
  if (!checked.success) throw new UsageError(`The settings make no sense:\n${z.prettifyError(checked.error)}`);
  const { data } = checked;
  return { ...data, limits: { ...data.limits, ocr: { use: data.ocr, engine: data.ocrEngine } } };
}

const definedOf = (values: object) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));

/** Loaded only where there is a settings file: loading it is a fifth of what a run over unchanged input costs. */
const parseYaml = (words: string): unknown =>
  (createRequire(import.meta.url)("yaml") as typeof import("yaml")).parse(words);

function readSettings(path: string): Record<string, unknown> {
  try {
    return (parseYaml(readFileSync(path, "utf8")) ?? {}) as Record<string, unknown>;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return {};
    throw new UsageError(`${path} cannot be read: ${(error as Error).message}`, { cause: error });
  }
}
