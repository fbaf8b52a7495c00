import type { PDFDocumentLoadingTask, PDFDocumentProxy, PDFPageProxy, PDFWorker } from "pdfjs-dist";

/** Documents that stay open: those of a pair, and of the one before it. */
const KEPT = 4;

type Library = typeof import("pdfjs-dist");

let library: Promise<{ pdfjs: Library; worker: PDFWorker }> | undefined;
const open = new Map<string, PDFDocumentLoadingTask>();

/** pdf.js with one worker for all documents, got once; it and what it draws with come from the desk's own server. */
function loadLibrary(): Promise<{ pdfjs: Library; worker: PDFWorker }> {
  library ??= import("pdfjs-dist").then((pdfjs) => {
    pdfjs.GlobalWorkerOptions.workerSrc = `/pdfjs-${pdfjs.version}/build/pdf.worker.min.mjs`;
    return { pdfjs, worker: new pdfjs.PDFWorker() };
  });
  return library;
}

/** Gets pdf.js while a pair is still on its way, so that its pages are drawn as soon as it is there. */
export function prepareDrawing(): void {
  // what goes wrong is told where a page is drawn
  loadLibrary().catch(() => {});
}

/** A document's pages, opened once while it is looked at. Rejects where the file cannot be had or read. */
export async function openPdf(id: string): Promise<PDFDocumentProxy> {
  const { pdfjs, worker } = await loadLibrary();
  const url = `/api/v1/documents/${id}/original`;
  const task = open.get(id) ?? pdfjs.getDocument({ url, worker, ...optionsOf(pdfjs) });
  open.delete(id);
  open.set(id, task);
  for (const [other, oldest] of open) {
    if (open.size <= KEPT) break;
    open.delete(other);
    void oldest.destroy();
  }
  try {
    return await task.promise;
  } catch (error) {
    open.delete(id);
    throw error;
  }
}

/** As the parser opens it, and nothing that needs more of the browser than drawing: no fonts of the file's, no compiled code, no forms. */
function optionsOf({ version, VerbosityLevel }: Library) {
  const at = `/pdfjs-${version}`;
  return {
    standardFontDataUrl: `${at}/standard_fonts/`,
    cMapUrl: `${at}/cmaps/`,
    wasmUrl: `${at}/wasm/`,
    iccUrl: `${at}/iccs/`,
    useSystemFonts: false,
    disableFontFace: true,
    useWasm: false,
    enableXfa: false,
    stopAtErrors: false,
    disableRange: true,
    verbosity: VerbosityLevel.ERRORS,
  };
}

/** No picture has more pixels than this: four bytes each, on each side of a pair. */
const MOST_PIXELS = 12_000_000;

/** Draws a page so many points of the window wide. Ends early when stopped. Rejects where it cannot be drawn. */
export async function drawPage(
  id: string,
  number: number,
  canvas: HTMLCanvasElement,
  width: number,
  stopped: AbortSignal,
) {
  const file = await openPdf(id);
  const page = await file.getPage(number);
  if (stopped.aborted) return;
  const viewport = page.getViewport({ scale: scaleFor(page, width) });
  // drawn apart and shown whole, so that the page before it stays until then
  const drawn = document.createElement("canvas");
  [drawn.width, drawn.height] = [Math.floor(viewport.width), Math.floor(viewport.height)];
  const task = page.render({ canvas: drawn, viewport });
  stopped.addEventListener("abort", () => task.cancel(), { once: true });
  try {
    await task.promise;
    [canvas.width, canvas.height] = [drawn.width, drawn.height];
    canvas.getContext("2d")?.drawImage(drawn, 0, 0);
  } catch (error) {
    if (!stopped.aborted) throw error;
  } finally {
    // gives the picture's memory back at once
    drawn.width = 0;
    page.cleanup();
  }
}

function scaleFor(page: PDFPageProxy, width: number): number {
  const shown = page.getViewport({ scale: 1 });
  const wanted = (width * devicePixelRatio) / shown.width;
  return Math.min(wanted, Math.sqrt(MOST_PIXELS / (shown.width * shown.height)));
}
