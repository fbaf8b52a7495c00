import { createRequire, registerHooks } from "node:module";
import { dirname } from "node:path";
import { pathToFileURL } from "node:url";
import { patchLibrary, patchWorker } from "./worker-patch.ts";

const require = createRequire(import.meta.url);
const LIBRARY = pathToFileURL(require.resolve("pdfjs-dist/legacy/build/pdf.mjs")).href;
const WORKER = pathToFileURL(require.resolve("pdfjs-dist/legacy/build/pdf.worker.mjs")).href;
const HOME = dirname(require.resolve("pdfjs-dist/package.json"));

/** Where pdf.js finds its fonts, character maps and decoders: folders, ending in "/" as it wants them. */
export const RESOURCES = {
  standardFontDataUrl: `${HOME}/standard_fonts/`,
  cMapUrl: `${HOME}/cmaps/`,
  wasmUrl: `${HOME}/wasm/`,
  iccUrl: `${HOME}/iccs/`,
};

export type PdfLibrary = typeof import("pdfjs-dist/legacy/build/pdf.mjs");

/** An open document, as the library has it. */
export type OpenFile = Awaited<ReturnType<PdfLibrary["getDocument"]>["promise"]>;

let loaded: Promise<PdfLibrary> | undefined;

/** pdf.js, imported at the first call only (it takes 150 ms), with its worker edited while it is read from disk. */
export function loadPdfLibrary(): Promise<PdfLibrary> {
  loaded ??= loadWithPatch();
  return loaded;
}

async function loadWithPatch(): Promise<PdfLibrary> {
  let patched = false;
  const hooks = registerHooks({
    load(url, context, next) {
      const module = next(url, context);
      // what is handed over uncopied must come from a worker that does not write to it again
      const patch = url === WORKER ? patchWorker : url === LIBRARY && patched ? patchLibrary : null;
      const source = patch?.(String(module.source));
      if (url === WORKER) patched = typeof source === "string";
      return source ? { ...module, source } : module;
    },
  });
  try {
    // the worker sets a global that the library looks for, and then starts no thread of its own
    await import(WORKER);
    return (await import(LIBRARY)) as PdfLibrary;
  } finally {
    hooks.deregister();
  }
}
