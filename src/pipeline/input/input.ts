import type { Failure } from "../../records/failure.ts";
import type { Input } from "../../store/stored.ts";

/** Whether a file is an e-mail by its name, and may have others attached. */
export const isMail = ({ name }: Pick<Input, "name">): boolean => /\.eml$/i.test(name);

/** Why an input could not even be opened. */
export type InputFailure = Pick<Failure, "code" | "message">;

/**
 * A file to read, or the reason why it cannot be read. `read` gives its bytes, or throws `InputRefusal`; a file that has the same `look` (`lookOf`)
 * as before need not be read to be known.
 */
export type FoundInput = Input &
  ({ read: () => Promise<Uint8Array>; look?: string | undefined } | { failure: InputFailure });

/** Thrown when bytes cannot be had; `message` says what to do. */
export class InputRefusal extends Error {
  readonly code: string;
  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** What may be told about finding inputs. */
export type InputOptions = {
  /** The most bytes that one file may have. */
  bytes: number;
  /** Glob patterns of names or paths to leave out. */
  ignore: readonly string[];
  /** Absolute paths of what the program itself keeps and writes: left out of folders that are walked. */
  own: readonly string[];
  /** False to take an archive, or an e-mail with its attachments, as one file, for counting. */
  unpack: boolean;
};

const inMegabytes = (bytes: number): string =>
  `${(bytes / 1_000_000).toLocaleString("en-GB", { maximumFractionDigits: 1 })} MB`;

/** What a person is told of a file above the limit. */
export const tooLarge = (bytes: number, most: number): string =>
  `This file has ${inMegabytes(bytes)}; the limit is ${inMegabytes(most)}. Split it, or raise the limit with --limit bytes=${Math.ceil(bytes)}.`;
