import { basename } from "node:path";
import { inputsIn } from "../pipeline/input/find.ts";
import type { FoundInput } from "../pipeline/input/input.ts";
import { refusalOf } from "../pipeline/run.ts";
import { sha256 } from "../records/ids.ts";
import type { Store } from "../store/store.ts";
import type { Input } from "../store/stored.ts";

/** An input whose bytes are in the store and that is to be read; `force`: though it was tried before. */
export type Handed = { input: Input; document: string; force: boolean };
/** A file that is not taken, and why. */
export type Refused = { name: string; message: string };

type Readable = Extract<FoundInput, { read: unknown }>;

/** Before the path of every input that came by an upload, where others have a folder of this machine. */
const PLACE = "upload:";

/** Puts what a file holds into the store, where it is safe whatever happens next, or says why not: itself, an archive's files, what is attached to an e-mail. */
export async function* takeFile(file: File, store: Store, most: number): AsyncIterable<Handed | Refused> {
  const uri = uriOf(file.name);
  const place = { location: `${PLACE}${uri}`, uri, name: basename(uri) };
  for await (const found of inputsIn(place, new Uint8Array(await file.arrayBuffer()), { bytes: most }))
    yield "failure" in found ? { name: found.uri, message: found.failure.message } : takeInput(found, store);
}

async function takeInput({ read, ...input }: Readable, store: Store): Promise<Handed | Refused> {
  const bytes = await read();
  const refuse = (message: string) => ({ name: input.uri, message });
  const refusal = await refusalOf({ name: input.name, bytes });
  if (refusal) return refuse(refusal);
  const document = sha256(bytes);
  const removal = await store.removal(document);
  if (removal) return refuse(`This document was taken down on ${removal.removedAt.slice(0, 10)} (${removal.why}).`);
  await store.originals.put(document, bytes);
  await store.saveInput(document, input);
  return { input, document, force: false };
}

/** How a file is called in records: its path as the browser gave it, without what leads elsewhere or cannot be shown. */
export function uriOf(given: string): string {
  const steps = given
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cf}]/gu, "")
    .split(/[/\\]+/)
    .map((step) => step.trim())
    .filter((step) => !["", ".", ".."].includes(step));
  return steps.join("/").slice(-300) || "unnamed";
}

/** What was handed in, as reading takes it. */
export async function* inputsOf(handed: readonly Handed[], store: Store): AsyncIterable<FoundInput> {
  for (const { input, document } of handed) {
    const bytes = await store.originals.get(document);
    if (bytes) yield { ...input, read: async () => bytes };
  }
}

/** What could not be read and lies in the store. */
export async function failedInputs({ failures, originals }: Store): Promise<Handed[]> {
  const handed: Handed[] = [];
  for await (const { location, uri, sha256: document } of failures())
    if (document && (await originals.has(document)))
      handed.push({ input: { location, uri, name: basename(uri) }, document, force: true });
  return handed;
}

/** What came by an upload, was never read, and has not failed: the program ended before it came to it. */
export async function unreadInputs(store: Store): Promise<Handed[]> {
  const failed = new Set((await Array.fromAsync(store.failures())).map(({ location }) => location));
  const handed: Handed[] = [];
  for await (const document of store.ids()) {
    const state = await store.state(document);
    if (state?.readKey !== null) continue;
    for (const input of state.inputs)
      if (input.location.startsWith(PLACE) && !failed.has(input.location))
        handed.push({ input, document, force: false });
  }
  return handed;
}
