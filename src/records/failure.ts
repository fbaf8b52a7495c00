import { z } from "zod";

/** One input that gave no record: why, and where on the way it stopped. A line of `failures.jsonl`. */
export const Failure = z.object({
  /** The path or address as the user gave or would know it. */
  uri: z.string(),
  /** Of the bytes, hex; null where they could not be read. */
  sha256: z.string().nullable(),
  stage: z.enum(["input", "parse", "structure", "extract", "link", "store"]),
  /** Kebab-case and stable: scripts may test it. */
  code: z.string(),
  /** A sentence that says what to do. */
  message: z.string(),
});
export type Failure = z.infer<typeof Failure>;
