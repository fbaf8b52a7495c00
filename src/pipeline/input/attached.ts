import { attachedDocuments } from "../../parse/mail-attachments.ts";
import { type FoundInput, type InputFailure, type InputOptions, isMail, tooLarge } from "./input.ts";

/** Messages within messages are followed so far; nobody writes deeper, and a trap may. */
const DEEPEST = 3;

/** The documents attached to an e-mail, each an input of its own beside the message; none for anything else, or for a message that cannot be read. */
export async function* attachedInputs(
  input: FoundInput,
  options: Pick<InputOptions, "bytes">,
  depth = 1,
): AsyncIterable<FoundInput> {
  if (!("read" in input) || !isMail(input)) return;
  // a file that cannot be read is told of when it is taken in, a message that cannot be taken apart when it is parsed
  const bytes = await input.read().catch(() => null);
  const attached = bytes ? await attachedDocuments(bytes).catch(() => []) : [];
  for (const [at, { name, bytes }] of attached.entries()) {
    const place = { location: `${input.location}!/${at + 1}/${name}`, uri: `${input.uri}/${name}`, name };
    const failure = whyNot(bytes, options, depth);
    const found: FoundInput = failure ? { ...place, failure } : { ...place, read: async () => bytes };
    yield found;
    yield* attachedInputs(found, options, depth + 1);
  }
}

function whyNot(bytes: Uint8Array, options: Pick<InputOptions, "bytes">, depth: number): InputFailure | null {
  if (depth > DEEPEST)
    return { code: "too-deep", message: `This is attached ${depth} messages deep. Save it as a file of its own.` };
  return bytes.length > options.bytes ? { code: "too-large", message: tooLarge(bytes.length, options.bytes) } : null;
}
