import type { ColumnDataType, Kysely, RawBuilder } from "kysely";

export type ColumnType = ColumnDataType | RawBuilder<unknown>;

/** What differs between engines in the tables' definition. */
export type Engine = {
  /** Text that is compared and ordered by its bytes, in every engine alike. */
  text: ColumnType;
  blob: ColumnType;
  /** The type of a number that the engine counts up by itself, as a primary key. */
  counter: ColumnType;
  /** Full-text search over `passages.words`. */
  createSearch(db: Kysely<unknown>): Promise<void>;
  /** Makes the engine refuse to change rows of this table. */
  forbidUpdates(db: Kysely<unknown>, table: string): Promise<void>;
};
