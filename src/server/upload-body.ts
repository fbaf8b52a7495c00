import { Problem } from "./problem.ts";

/** What one upload may be. */
export type UploadLimits = {
  bytes: number;
  files: number;
  /** How long a sender may be silent, and after which time it must have sent at least `rate` bytes a second all in all. */
  seconds: number;
  rate: number;
};

/** Enough for a folder of letters; a larger one comes in several uploads. 10 kB/s is slower than any line that people still have. */
export const UPLOAD_LIMITS: UploadLimits = { bytes: 64_000_000, files: 200, seconds: 15, rate: 10_000 };

/** The files of a form, read within limits. Throws a `Problem`: 413 for too much, 408 for too slowly, 400 for no form. */
export async function filesIn(request: Request, limits: UploadLimits): Promise<File[]> {
  const type = request.headers.get("content-type") ?? "";
  if (Number(request.headers.get("content-length") ?? 0) > limits.bytes) throw tooLarge(limits);
  const body = await bytesOf(request, limits);
  const form = await new Response(body, { headers: { "content-type": type } }).formData().catch(() => {
    throw new Problem(400, "This is no form with files.");
  });
  const files = [...form.values()].filter((value) => typeof value !== "string");
  if (files.length > limits.files) throw tooLarge(limits);
  if (files.length === 0) throw new Problem(400, "There is no file in this form.");
  return files;
}

const tooLarge = ({ bytes, files }: UploadLimits): Problem =>
  new Problem(413, `One upload has at most ${files} files and ${Math.floor(bytes / 1_000_000)} MB. Send it in parts.`);

async function bytesOf(
  request: Request,
  { bytes, seconds, rate, files }: UploadLimits,
): Promise<Uint8Array<ArrayBuffer>> {
  const reader = request.body?.getReader();
  const chunks: Uint8Array[] = [];
  const began = performance.now();
  let length = 0;
  try {
    for (;;) {
      const next = await within(seconds, reader?.read());
      if (!next || next.done) return Buffer.concat(chunks);
      chunks.push(next.value);
      length += next.value.length;
      if (length > bytes) throw tooLarge({ bytes, seconds, rate, files });
      const passed = (performance.now() - began) / 1000;
      if (passed > seconds && length < rate * passed) throw tooSlow();
    }
  } finally {
    // what is still to come is the connection's business, which ends with the answer
    reader?.releaseLock();
  }
}

const tooSlow = (): Problem => new Problem(408, "This came too slowly. Try again with fewer files at a time.");

async function within<T>(seconds: number, work: Promise<T> | undefined): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(tooSlow()), seconds * 1000);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
