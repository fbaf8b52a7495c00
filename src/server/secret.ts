import { randomBytes } from "node:crypto";

/** 256 bits that nobody guesses, as a word for addresses and headers. It is kept by its sha256 only. */
export const newSecret = (): string => randomBytes(32).toString("base64url");
