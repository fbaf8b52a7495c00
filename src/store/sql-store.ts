import type { Kysely, Transaction } from "kysely";
import { createAccountStore } from "./accounts.ts";
import { createAttemptStore } from "./attempts.ts";
import { createDecisionStore } from "./decisions.ts";
import { findDocuments, findNamed, listCards, listDocuments, listReadOtherwise, totalsOf } from "./documents.ts";
import { clearFailures, knownFailures, listFailures, saveFailures, type WantedFailure } from "./failures.ts";
import { fingerprintOf } from "./fingerprint.ts";
import { documentsWithLooks, type NewInput, saveInputs, type WantedLook } from "./inputs.ts";
import type { InsertRows } from "./insert-rows.ts";
import { pageOfEntries } from "./item-pages.ts";
import { listItems, listMachineItems } from "./items.ts";
import { noteOf, saveNote } from "./notes.ts";
import type { Originals } from "./originals.ts";
import { FOUND, type PackedDocument } from "./packed.ts";
import { allIds, rowsOf, saveRows } from "./rows.ts";
import { publishAll, removeFound, saveReads, stageResultsOf, statesOf, type WantedResult } from "./saving.ts";
import { type FullText, searchPassages } from "./search.ts";
import { statisticsOf } from "./statistics.ts";
import type { Store } from "./store.ts";
import type { ReadDocument, Removal, StoredFailure } from "./stored.ts";
import type { Tables } from "./tables.ts";
import { askedTogether, doneTogether } from "./together.ts";
import { citationsOf, neighboursOf, tracingOf } from "./tracing.ts";

/** The store over any engine that Kysely speaks to; the tables must be there (`migrate`). */
export function createSqlStore(
  db: Kysely<Tables>,
  originals: Originals,
  fullText: FullText,
  insert: InsertRows,
): Store {
  const now = () => new Date().toISOString();
  return {
    ...documents(db, originals, insert, now),
    pipelineOf: (id) => pipelineOf(db, id),
    cards: () => listCards(db),
    readOtherwise: (code) => listReadOtherwise(db, code),
    documents: (after) => listDocuments(db, after),
    findDocuments: (words) => findDocuments(db, words),
    findNamed: (words) => findNamed(db, words),
    record: (id) => recordOf(db, id),
    totals: () => totalsOf(db),
    items: (filter) => listItems(db, filter),
    machineItems: () => listMachineItems(db),
    itemPage: (filter, order, after, most) => pageOfEntries(db, filter, order, after, most),
    statistics: () => statisticsOf(db),
    tracing: () => tracingOf(db),
    citations: (value, most) => citationsOf(db, value, most),
    neighbours: (id) => neighboursOf(db, id),
    findItems: (prefix) => findItems(db, prefix),
    search: (words, most) => searchPassages(db, fullText, words, most),
    failures: () => listFailures(db),
    accounts: createAccountStore(db),
    attempts: createAttemptStore(db),
    ...createDecisionStore(db),
    ...declaredPairs(db, now),
    ...pipelines(db),
    ...batches(db),
    ...removals(db, originals),
    fingerprint: () => fingerprintOf(db),
    linkedAt: () => noteOf(db, "linked at"),
    saveLinkedAt: (state) => saveNote(db, "linked at", state),
    ids: () => allIds(db),
    rows: (id) => rowsOf(db, id),
    saveRows: (id, rows) => saveRows(db, id, rows),
    close: () => db.destroy(),
  };
}

/** What is asked and saved of every document, asked and saved of many at a time. */
function documents(db: Kysely<Tables>, originals: Originals, insert: InsertRows, now: () => string) {
  const within = (work: (db: Transaction<Tables>) => Promise<void>) => db.transaction().execute(work);
  const inputs = doneTogether((values: readonly NewInput[]) => saveInputs(db, values));
  const looks = askedTogether((wanted: readonly WantedLook[]) => documentsWithLooks(db, wanted));
  const results = askedTogether((wanted: readonly WantedResult[]) => stageResultsOf(db, wanted));
  const known = askedTogether((wanted: readonly WantedFailure[]) => knownFailures(db, wanted));
  return {
    originals: { has: originals.has, put: originals.put, get: originals.get },
    state: askedTogether((ids: readonly string[]) => statesOf(db, ids)),
    saveInput: (document, input, look) => inputs({ document, input, look: look ?? null }),
    documentWithLook: (location, look) => looks({ location, look }),
    stageResult: (document, stage) => results({ document, stage }),
    saveRead: doneTogether((reads: readonly ReadDocument[]) => within((tx) => saveReads(tx, reads, now(), insert)), {
      weight: ({ parsed, extracted, card }) => (parsed?.length ?? 0) + extracted.length + card.length,
    }),
    publish: doneTogether((published: readonly PackedDocument[]) => within((tx) => publishAll(tx, published, insert)), {
      weight: ({ record, found }) => FOUND.reduce((sum, table) => sum + found[table].json.length, record.length),
    }),
    saveFailure: doneTogether((failures: readonly StoredFailure[]) => saveFailures(db, failures, now())),
    clearFailure: doneTogether((locations: readonly string[]) => clearFailures(db, locations)),
    knownFailure: (sha256, key) => known({ sha256, key }),
  } satisfies Partial<Store>;
}

async function pipelineOf(db: Kysely<Tables>, id: string): Promise<string | null> {
  const row = await db.selectFrom("documents").select("pipeline").where("id", "=", id).executeTakeFirst();
  return row?.pipeline ?? null;
}

async function recordOf(db: Kysely<Tables>, id: string): Promise<Uint8Array | null> {
  const row = await db.selectFrom("documents").select("record").where("id", "=", id).executeTakeFirst();
  return row?.record ?? null;
}

async function findItems(db: Kysely<Tables>, prefix: string): Promise<{ document: string; key: string }[]> {
  if (!/^[0-9a-f]{4,16}$/.test(prefix)) return [];
  const rows = await db
    .selectFrom("items")
    .select(["document", "key"])
    .where("key", "like", `${prefix}%`)
    .where("added", "=", 0)
    .orderBy("key")
    .limit(20)
    .execute();
  return rows.map((row) => ({ ...row }));
}

function declaredPairs(db: Kysely<Tables>, now: () => string): Pick<Store, "pairs" | "savePair" | "removePair"> {
  return {
    async pairs() {
      const rows = await db
        .selectFrom("declared_pairs")
        .select(["asking", "answering"])
        .orderBy("asking")
        .orderBy("answering")
        .execute();
      return rows.map((row) => ({ ...row }));
    },
    async savePair(pair) {
      await db
        .insertInto("declared_pairs")
        .values({ ...pair, declared_at: now() })
        .onConflict((conflict) => conflict.columns(["asking", "answering"]).doNothing())
        .execute();
    },
    async removePair({ asking, answering }) {
      const { numDeletedRows } = await db
        .deleteFrom("declared_pairs")
        .where("asking", "=", asking)
        .where("answering", "=", answering)
        .executeTakeFirst();
      return numDeletedRows > 0n;
    },
  };
}

function pipelines(
  db: Kysely<Tables>,
): Pick<Store, "savePipeline" | "pipeline" | "pipelinesNote" | "savePipelinesNote"> {
  return {
    pipelinesNote: () => noteOf(db, "pipelines"),
    savePipelinesNote: (note) => saveNote(db, "pipelines", note),
    async savePipeline(version, name, definition) {
      await db
        .insertInto("pipelines")
        .values({ version, name, definition })
        .onConflict((conflict) => conflict.column("version").doNothing())
        .execute();
    },
    async pipeline(version) {
      const row = await db
        .selectFrom("pipelines")
        .select("definition")
        .where("version", "=", version)
        .executeTakeFirst();
      return row?.definition ?? null;
    },
  };
}

function batches(db: Kysely<Tables>): Pick<Store, "saveBatch" | "batch" | "batches"> {
  const all = () =>
    db
      .selectFrom("batches")
      .select(["id", "rules", "state", "summary", "started_at as startedAt", "ended_at as endedAt"])
      .orderBy("started_at", "desc")
      .orderBy("id");
  return {
    async saveBatch({ id, startedAt, endedAt, ...rest }) {
      const columns = { ...rest, started_at: startedAt, ended_at: endedAt };
      await db
        .insertInto("batches")
        .values({ id, ...columns })
        .onConflict((conflict) => conflict.column("id").doUpdateSet(columns))
        .execute();
    },
    async batch(id) {
      const row = await all().where("id", "=", id).executeTakeFirst();
      return row ? { ...row } : null;
    },
    batches: async () => (await all().execute()).map((row) => ({ ...row })),
  };
}

function removals(
  db: Kysely<Tables>,
  originals: Originals,
): Pick<Store, "remove" | "removal" | "removals" | "allowAgain"> {
  const all = () =>
    db.selectFrom("removals").select(["document", "name", "why", "removed_at as removedAt"]).orderBy("removed_at");
  return {
    async remove(removal) {
      await db.transaction().execute((within) => takeDown(within, removal));
      // after the note: a kill between the two leaves bytes that nothing shows, and taking down again removes them
      await originals.remove(removal.document);
    },
    async removal(id) {
      const row = await all().where("document", "=", id).executeTakeFirst();
      return row ? { ...row } : null;
    },
    removals: async () => (await all().orderBy("document").execute()).map((row) => ({ ...row })),
    allowAgain: async (id) => void (await db.deleteFrom("removals").where("document", "=", id).execute()),
  };
}

async function takeDown(db: Transaction<Tables>, removal: Removal): Promise<void> {
  const { document, name, why, removedAt } = removal;
  // first of all the row that whoever writes of this document locks
  await db.deleteFrom("documents").where("id", "=", document).execute();
  await removeFound(db, [document]);
  await db.deleteFrom("stage_results").where("document", "=", document).execute();
  await db.deleteFrom("inputs").where("document", "=", document).execute();
  await db.deleteFrom("failures").where("sha256", "=", document).execute();
  // persons' decisions quote the document
  await db.deleteFrom("decisions").where("document", "=", document).execute();
  await db.deleteFrom("reviews").where("document", "=", document).execute();
  await db.deleteFrom("verdicts").where("document", "=", document).execute();
  await db
    .deleteFrom("declared_pairs")
    .where((at) => at.or([at("asking", "=", document), at("answering", "=", document)]))
    .execute();
  await db
    .insertInto("removals")
    .values({ document, name, why, removed_at: removedAt })
    .onConflict((conflict) => conflict.column("document").doUpdateSet({ name, why, removed_at: removedAt }))
    .execute();
}
