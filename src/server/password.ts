import { argon2, randomBytes, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";
import { Refusal } from "../records/refusal.ts";

/** What hashing costs: memory in KiB, passes over it, lanes. */
export type Cost = { memory: number; passes: number; parallelism: number };

/** RFC 9106's argon2id at the least cost that OWASP's Password Storage Cheat Sheet gives. */
export const COST: Cost = { memory: 19_456, passes: 2, parallelism: 1 };

const TAG = 32;
const SALT = 16;

/** A password as it is kept: argon2id's hash with its salt and cost, in the form of the PHC string format. */
export async function hashPassword(password: string, cost: Cost = COST): Promise<string> {
  const salt = randomBytes(SALT);
  const { memory, passes, parallelism } = cost;
  const tag = await derive(password, salt, cost);
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${bare(salt)}$${bare(tag)}`;
}

/**
 * Whether a password is the one that was hashed. With null (nobody of that name, or none chosen yet) it takes as long, and the
 * answer is no: nobody learns by the clock which names there are.
 */
export async function isPassword(password: string, kept: string | null): Promise<boolean> {
  const [, , , cost = "", salt = "", tag = ""] = (kept ?? NOBODY).split("$");
  const [, m, t, p] = /^m=(\d+),t=(\d+),p=(\d+)$/.exec(cost)!;
  const known = Buffer.from(tag, "base64");
  const given = await derive(password, Buffer.from(salt, "base64"), {
    ...{ memory: Number(m), passes: Number(t), parallelism: Number(p) },
  });
  return timingSafeEqual(known, given) && kept !== null;
}

const bare = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64").replace(/=+$/, "");

/** A hash that no password has. */
const NOBODY = `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$${bare(Buffer.alloc(SALT))}$${bare(Buffer.alloc(TAG))}`;

async function derive(password: string, nonce: Uint8Array, { memory, passes, parallelism }: Cost): Promise<Buffer> {
  if (typeof argon2 !== "function") throw new Refusal("Accounts need Node 24.7 or newer: it brings argon2id.");
  const message = password.normalize("NFKC");
  return promisify(argon2)("argon2id", { message, nonce, memory, passes, parallelism, tagLength: TAG });
}
