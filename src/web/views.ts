import type { PageView, TextView } from "../server/schemas.ts";

/** What the API gives, from its own schemas: types alone, so that nothing of the server is in the page. */
export type { Failure as FailureRow } from "../records/failure.ts";
export type { DocumentName, DocumentSummary, DocumentView, ItemRow, Pair, TextView } from "../server/schemas.ts";
export type { Addition, Citation, Hit, Letter } from "../server/schemas-of-lists.ts";
export type { Overview, StatusCounts, Tracing } from "../server/schemas-of-numbers.ts";
export type { Upload as UploadView } from "../server/upload-board.ts";

/** A page of a list; `next` is where the one after it begins. */
export type Listed<T> = { rows: T[]; next: string | null };

export type TextBlock = TextView["blocks"][number];

/** A word on a printed page, in PDF points from the top left. */
export type PrintedWord = PageView["lines"][number]["words"][number];
export type WordsOnPage = Pick<PageView, "lines">;
