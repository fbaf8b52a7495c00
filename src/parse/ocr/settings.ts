/** What pictures should be drawn at, in dots per inch: 300 costs up to 1.8 times as much and reads no better (measured on grey scans). */
export const OCR_DPI = 200;

/** `packaged` reads alike on every machine; `system` is about twice as fast; `auto` takes the system's where there is one. */
export type OcrEngine = "auto" | "packaged" | "system";

/** Whether pages are read off their pictures: those that need it, none, or all. */
export type OcrUse = "auto" | "never" | "always";

/** Which pages are read off their pictures, and by what. */
export type OcrSettings = { use: OcrUse; engine: OcrEngine };

/** The same, and who is told how many pages will be read so, before the first one is: they take seconds each. */
export type OcrOptions = OcrSettings & { announce?: (pages: number) => void };

/** Only where it is needed, and alike on every machine (docs/decisions/0007-scans.md). */
export const DEFAULT_OCR: OcrSettings = { use: "auto", engine: "packaged" };
