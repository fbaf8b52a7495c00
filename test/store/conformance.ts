import { describe, expect, it } from "vitest";
import type { Failure } from "../../src/records/failure.ts";
import type { ItemEntry, ItemFilter, ItemPlace } from "../../src/store/listing.ts";
import { packDocument } from "../../src/store/packed.ts";
import type { Store } from "../../src/store/store.ts";
import type { PublishedDocument, ReadDocument } from "../../src/store/stored.ts";
import { makeDecision, makeInput, makePublished, makeRead } from "../support/make-stored.ts";

const LETTER = "a".repeat(64);
const REPLY = "b".repeat(64);

/** What any store does. `open` gives a fresh one; the suite closes it. */
export function describeStore(name: string, open: () => Promise<Store>): void {
  const holds = (what: string, test: (store: Store) => Promise<void>) =>
    it(what, async () => {
      const store = await open();
      try {
        await test(store);
      } finally {
        await store.close();
      }
    });

  describe(`${name}: what comes in`, () => {
    holds("keeps the original bytes, and saving them twice is saving them once", async (store) => {
      const bytes = new Uint8Array([1, 2, 3]);
      await store.originals.put(LETTER, bytes);
      await store.originals.put(LETTER, bytes);
      expect(Buffer.from((await store.originals.get(LETTER))!)).toEqual(Buffer.from(bytes));
      expect(await store.originals.has(REPLY)).toBe(false);
      expect(await store.originals.get(REPLY)).toBeNull();
    });

    holds("knows the places of a document by uri, whatever the order in which they came", async (store) => {
      await store.saveInput(LETTER, makeInput("z/letter.txt"));
      await store.saveInput(LETTER, makeInput("a/letter.txt"));
      await store.saveInput(LETTER, makeInput("z/letter.txt"));
      const state = await store.state(LETTER);
      expect(state?.inputs.map((input) => input.uri)).toEqual(["a/letter.txt", "z/letter.txt"]);
      expect(state).toMatchObject({ parseKey: null, readKey: null, recordKey: null });
    });

    holds("knows which document a file held when it looked so, the last time that it was saved", async (store) => {
      await store.saveInput(LETTER, makeInput("letter.txt"), "13 bytes, Monday");
      await store.saveInput(REPLY, makeInput("letter.txt"), "15 bytes, Tuesday");
      await store.saveInput(LETTER, makeInput("copy.txt"));
      const [letter, copy] = [makeInput("letter.txt").location, makeInput("copy.txt").location];
      expect(await store.documentWithLook(letter, "13 bytes, Monday")).toBe(LETTER);
      expect(await store.documentWithLook(letter, "15 bytes, Tuesday")).toBe(REPLY);
      expect(await store.documentWithLook(letter, "13 bytes, Tuesday")).toBeNull();
      expect(await store.documentWithLook(copy, "13 bytes, Monday")).toBeNull();
      await store.saveInput(LETTER, makeInput("letter.txt"), "13 bytes, Friday");
      expect(await store.documentWithLook(letter, "13 bytes, Monday")).toBeNull();
    });

    holds("knows nothing of a document that nobody named", async (store) => {
      expect(await store.state(LETTER)).toBeNull();
    });
  });

  describe(`${name}: stages' results`, () => {
    holds("gives back what was saved, with the keys under which it was made", async (store) => {
      await save(store, makeRead(LETTER));
      expect(await store.state(LETTER)).toMatchObject({ parseKey: "parse-1", readKey: "read-1", recordKey: null });
      expect(textOf(await store.stageResult(LETTER, "parse"))).toBe("parsed");
      expect(textOf(await store.stageResult(LETTER, "extract"))).toBe("extracted");
    });

    holds("keeps the parsed document when only what was found in it changes", async (store) => {
      await save(store, makeRead(LETTER));
      await store.saveRead({ ...makeRead(LETTER), readKey: "read-2", parsed: null, extracted: Buffer.from("anew") });
      expect(await store.state(LETTER)).toMatchObject({ parseKey: "parse-1", readKey: "read-2" });
      expect(textOf(await store.stageResult(LETTER, "parse"))).toBe("parsed");
      expect(textOf(await store.stageResult(LETTER, "extract"))).toBe("anew");
    });

    holds("gives the cards of all documents by id, more than a page of them", async (store) => {
      const ids = Array.from({ length: 1100 }, (_, at) => at.toString(16).padStart(64, "0"));
      for (const id of ids.toReversed()) await store.saveRead(makeRead(id));
      const cards = await Array.fromAsync(store.cards());
      expect(cards.map((card) => card.id)).toEqual(ids);
    });
  });

  describe(`${name}: what is published`, () => {
    holds("shows a record when it is published and not before", async (store) => {
      await save(store, makeRead(LETTER));
      expect(await Array.fromAsync(store.documents())).toEqual([]);
      await store.publish(packDocument(makePublished(LETTER)));
      expect(await Array.fromAsync(store.documents())).toMatchObject([{ id: LETTER, uri: "letter.txt", asks: 1 }]);
      expect(textOf(await store.record(LETTER))).toBe("record");
    });

    holds("replaces what was published before: publishing twice is publishing once", async (store) => {
      await publish(store, makePublished(LETTER));
      const before = await everything(store);
      await store.publish(packDocument(makePublished(LETTER)));
      expect(await everything(store)).toEqual(before);
    });

    holds("keeps words as they are, whatever characters stand in them", async (store) => {
      const odd = 'He said "no", \\u0041 \\ and \u{1f642}: 5 € {a,b} \t$1 null';
      const published = makePublished(LETTER);
      const items = published.items.map((item) => ({ ...item, row: { ...item.row, text: odd, label: null } }));
      await publish(store, { ...published, items });
      expect(await Array.fromAsync(store.items({}))).toMatchObject([{ text: odd, label: null }]);
      // half of a character is what no engine keeps
      const broken = items.map((item) => ({ ...item, row: { ...item.row, text: `half ${odd}\ud83d` } }));
      await store.publish(packDocument({ ...published, items: broken }));
      const [{ text } = { text: "" }] = await Array.fromAsync(store.items({}));
      expect(text).toContain(`half ${odd}`);
    });

    holds("counts a copy as a copy and leaves its items out", async (store) => {
      await publish(store, makePublished(LETTER));
      await publish(store, { ...makePublished(REPLY, "copy.html"), copyOf: LETTER });
      expect(await store.totals()).toMatchObject({ documents: 1, copies: 1, asks: 1 });
      expect((await Array.fromAsync(store.items({}))).map((item) => item.document_id)).toEqual([LETTER]);
      expect(await store.search("figures", 10)).toHaveLength(1);
    });

    holds("finds a document by id, its beginning, uri, name or place", async (store) => {
      await publish(store, makePublished(LETTER, "letters/one.txt"), makeInput("letters/one.txt"));
      for (const words of [LETTER, "aaaa", "letters/one.txt", "one.txt", "/in/letters/one.txt"])
        expect((await store.findDocuments(words)).map((row) => row.id)).toEqual([LETTER]);
      for (const words of ["one", "aaa", "", "%", "____"]) expect(await store.findDocuments(words)).toEqual([]);
    });

    holds("finds a document that was read and is not yet published only among those read", async (store) => {
      await save(store, makeRead(LETTER), makeInput("letters/one.txt"));
      for (const words of [LETTER, "aaaa", "letters/one.txt", "one.txt", "/in/letters/one.txt"]) {
        expect(await store.findDocuments(words)).toEqual([]);
        expect(await store.findNamed(words)).toEqual([{ id: LETTER, uri: "letters/one.txt" }]);
      }
      expect(await store.findNamed("one")).toEqual([]);
    });

    holds("gives items in the order of documents, more than a page of them", async (store) => {
      const many = makePublished(REPLY, "b.txt");
      const items = Array.from({ length: 1203 }, (_, at) => ({
        ...many.items[0]!,
        row: { ...many.items[0]!.row, key: `k${at}`, start: at },
      }));
      await publish(store, { ...many, items });
      await publish(store, makePublished(LETTER, "a.txt"));
      const rows = await Array.fromAsync(store.items({}));
      expect(rows).toHaveLength(1204);
      expect(rows[0]!.document_id).toBe(LETTER);
      expect(rows.slice(1).map((row) => row.start)).toEqual(items.map((item) => item.row.start));
    });
  });

  describe(`${name}: filters`, () => {
    const filters = [
      [{ kind: "ask" }, 1],
      [{ kind: "undertaking" }, 0],
      [{ body: "deputy MAYOR" }, 1],
      [{ body: "fire" }, 0],
      [{ body: "%" }, 1],
      [{ dueBefore: "2024-05-02" }, 1],
      [{ dueBefore: "2024-05-01" }, 0],
      [{ dueAfter: "2024-04-30" }, 1],
      [{ dueAfter: "2024-05-01" }, 0],
      [{ outcome: "deferred" }, 1],
      [{ outcome: "accepted" }, 0],
      [{ status: "replied" }, 1],
      [{ status: "open" }, 0],
      [{ mq: "2024/0017" }, 1],
      [{ ambiguous: true }, 1],
      [{ overdueOn: "2024-05-02" }, 1],
      [{ overdueOn: "2024-05-01" }, 0],
      [{ kind: "ask", outcome: "deferred", body: "mayor" }, 1],
      [{ document: LETTER }, 1],
      [{ document: REPLY }, 0],
    ] as const;
    it.each(filters)("lets through by %j: %i", async (filter, count) => {
      const store = await open();
      try {
        await publish(store, makePublished(LETTER));
        expect(await Array.fromAsync(store.items(filter))).toHaveLength(count);
      } finally {
        await store.close();
      }
    });

    holds("does not call overdue what was answered", async (store) => {
      const published = makePublished(LETTER);
      const links = published.links.map((link) => ({ ...link, outcome: "answered" as const }));
      await publish(store, { ...published, links });
      expect(await Array.fromAsync(store.items({ overdueOn: "2030-01-01" }))).toEqual([]);
    });
  });

  describe(`${name}: pages of items`, () => {
    const many = (count: number): PublishedDocument => {
      const one = makePublished(LETTER);
      const items = Array.from({ length: count }, (_, at) => ({
        ...one.items[0]!,
        row: {
          ...one.items[0]!.row,
          key: `k${at}`,
          text: `Please publish figure ${at}.`,
          part_date: at % 4 ? `2024-04-0${1 + (at % 3)}` : null,
        },
        status: at % 2 ? ("open" as const) : ("replied" as const),
        doubt: (at % 5) / 10,
      }));
      return { ...one, items, links: one.links.map((link) => ({ ...link, item: "k0" })) };
    };

    it.each(["document", "doubt", "newest"] as const)("gives every item once in the order of %s", async (order) => {
      const store = await open();
      try {
        await publish(store, many(23));
        const keys: string[] = [];
        const doubts: number[] = [];
        const days: string[] = [];
        for (let after: ItemPlace | null = null; ; ) {
          const page: ItemEntry[] = await store.itemPage({}, order, after, 5);
          keys.push(...page.map((entry) => entry.key));
          doubts.push(...page.map((entry) => entry.doubt));
          days.push(...page.map((entry) => entry.part_date ?? ""));
          const last = page.at(-1);
          if (!last) break;
          const { document_uri: uri, document_id: document, ordinal, doubt, part_date: date } = last;
          after = { uri, document, ordinal, doubt, date: date ?? "" };
        }
        expect(new Set(keys).size).toBe(23);
        expect(keys).toHaveLength(23);
        if (order === "doubt") expect(doubts).toEqual(doubts.toSorted((a, b) => b - a));
        if (order === "newest") expect(days).toEqual(days.toSorted().reverse());
      } finally {
        await store.close();
      }
    });

    holds("lets through pairs only, and words without case", async (store) => {
      await publish(store, many(4));
      expect(await store.itemPage({ pairs: true }, "document", null, 10)).toHaveLength(2);
      expect(await store.itemPage({ words: "FIGURE 3" }, "document", null, 10)).toMatchObject([{ key: "k3" }]);
    });

    holds("lets through what the machine is so sure of, and what a person decided on", async (store) => {
      await publish(store, many(10));
      const keys = async (filter: ItemFilter) =>
        (await store.itemPage(filter, "document", null, 50)).map(({ key }) => key);
      expect(await keys({ sure: 0.85 })).toEqual(["k0", "k1", "k5", "k6"]);
      await store.addDecision({ ...makeDecision(LETTER, { do: "comment", words: "Look." }), item: "k3" });
      expect(await keys({ decidedBy: "Ada" })).toEqual(["k3"]);
      expect(await keys({ decidedBy: "Ben" })).toEqual([]);
    });

    holds("traces what came back, from whom and when, and each count has its list", async (store) => {
      await publish(store, makePublished(LETTER));
      await publish(store, { ...makePublished(REPLY, "copy.txt"), copyOf: LETTER });
      const to = "Deputy Mayor for Policing";
      expect(await store.tracing()).toEqual({
        bodies: [{ name: to, outcome: "deferred", count: 1 }],
        months: [{ name: "2024-04", outcome: "deferred", count: 1 }],
        weeks: [{ week: 5, late: true, count: 1 }],
        asking: [{ by: "Ann Other", to, count: 1 }],
        due: [{ date: "2024-05-01", settled: 0, count: 1 }],
      });
      const lists: ItemFilter[] = [
        { to, outcome: "deferred" },
        { by: "Ann Other", to },
        { datedAfter: "2024-03-31", datedBefore: "2024-05-01" },
        { daysFrom: 35, daysTo: 41, late: true },
      ];
      for (const filter of lists) expect(await store.itemPage(filter, "document", null, 10)).toHaveLength(1);
      expect(await store.itemPage({ daysFrom: 35, daysTo: 41, late: false }, "document", null, 10)).toEqual([]);
      expect(await store.itemPage({ by: "Ann" }, "document", null, 10)).toEqual([]);
    });

    holds("knows where a number is cited, and which documents are about each other", async (store) => {
      await publish(store, makePublished(LETTER));
      expect(await store.citations("2024/0017", 10)).toMatchObject([{ document: LETTER, name: "letter.txt", page: 2 }]);
      expect(await store.citations("2024/001", 10)).toEqual([]);
      expect(await store.neighbours(LETTER)).toEqual([REPLY]);
      expect(await store.neighbours(REPLY)).toEqual([LETTER]);
    });

    holds("lists documents from a place on", async (store) => {
      await publish(store, makePublished(LETTER, "a.txt"));
      await publish(store, makePublished(REPLY, "b.txt"));
      const rows = await Array.fromAsync(store.documents({ uri: "a.txt", id: LETTER }));
      expect(rows.map((row) => row.id)).toEqual([REPLY]);
    });

    holds("counts by kind, outcome, month, body and verdict, copies left out", async (store) => {
      await publish(store, many(4));
      await publish(store, { ...makePublished(REPLY, "copy.txt"), copyOf: LETTER });
      const counts = { replied: 2, unanswered: 0, open: 2, promised: 0 };
      expect(await store.statistics()).toEqual({
        kinds: [{ name: "ask", ...counts }],
        outcomes: [{ name: "deferred", count: 1 }],
        months: [{ name: "2024-04", ...counts, replied: 1 }],
        asked: [{ name: "Deputy Mayor for Policing", ...counts }],
        verdicts: { accepted: 0, rejected: 0, unsure: 0, none: 4 },
      });
    });
  });

  describe(`${name}: full text`, () => {
    holds("finds words whatever their endings and case, all of them in one passage", async (store) => {
      await publish(store, makePublished(LETTER));
      expect(await store.search("FIGURE publish", 10)).toMatchObject([{ document: LETTER, start: 10, page: 2 }]);
      expect(await store.search("figures budget", 10)).toEqual([]);
    });

    it.each(['"', "a*", "NEAR(", "figures AND", "-", "", "x:y"])(
      "takes %j as words and nothing else",
      async (words) => {
        const store = await open();
        try {
          await publish(store, makePublished(LETTER));
          expect(Array.isArray(await store.search(words, 10))).toBe(true);
        } finally {
          await store.close();
        }
      },
    );
  });

  describe(`${name}: failures`, () => {
    const failure: Failure = { uri: "x.pdf", sha256: REPLY, stage: "parse", code: "encrypted", message: "Unlock it." };

    holds("keeps the last failure of an input, and knows the same bytes elsewhere", async (store) => {
      await store.saveFailure({ ...failure, location: "/in/x.pdf", key: "k1", code: "old" });
      await store.saveFailure({ ...failure, location: "/in/x.pdf", key: "k1" });
      expect(await Array.fromAsync(store.failures())).toMatchObject([failure]);
      expect(await store.knownFailure(REPLY, "k1")).toMatchObject({ code: "encrypted" });
      expect(await store.knownFailure(REPLY, "k2")).toBeNull();
      await store.clearFailure("/in/x.pdf");
      expect(await Array.fromAsync(store.failures())).toEqual([]);
    });
  });

  describe(`${name}: a user's word`, () => {
    holds("keeps declared pairs once, and forgets them when told", async (store) => {
      await store.savePair({ asking: LETTER, answering: REPLY });
      await store.savePair({ asking: LETTER, answering: REPLY });
      expect(await store.pairs()).toEqual([{ asking: LETTER, answering: REPLY }]);
      expect(await store.removePair({ asking: LETTER, answering: REPLY })).toBe(true);
      expect(await store.removePair({ asking: LETTER, answering: REPLY })).toBe(false);
      expect(await store.pairs()).toEqual([]);
    });

    holds("takes a document down with everything of it, and leaves a note", async (store) => {
      await store.originals.put(LETTER, new Uint8Array([1]));
      await publish(store, makePublished(LETTER));
      await store.savePair({ asking: LETTER, answering: REPLY });
      const removal = {
        document: LETTER,
        name: "letter.txt",
        why: "personal data",
        removedAt: "2024-06-01T10:00:00.000Z",
      };
      await store.remove(removal);
      expect(await everything(store)).toEqual({ documents: [], items: [], hits: [], cards: [] });
      expect(await store.originals.has(LETTER)).toBe(false);
      expect(await store.state(LETTER)).toBeNull();
      expect(await store.stageResult(LETTER, "parse")).toBeNull();
      expect(await store.pairs()).toEqual([]);
      expect(await store.removals()).toEqual([removal]);
      expect(await store.removal(LETTER)).toEqual(removal);
      await store.allowAgain(LETTER);
      expect(await store.removal(LETTER)).toBeNull();
    });

    holds("joins bodies under their full names, and finds them by either name", async (store) => {
      const [letter, reply] = [makePublished(LETTER), makePublished(REPLY, "other.txt")];
      const body = "Mayor's Office for Policing and Crime";
      await publish(store, { ...letter, items: letter.items.map((item) => ({ ...item, toBody: body })) });
      const printed = reply.items.map((item) => ({ ...item, row: { ...item.row, to: "MOPAC" }, toBody: body }));
      await publish(store, { ...reply, items: printed });
      expect((await store.statistics()).asked).toMatchObject([{ name: body, replied: 2 }]);
      expect((await store.tracing()).asking).toEqual([{ by: "Ann Other", to: body, count: 2 }]);
      expect(await Array.fromAsync(store.items({ to: body }))).toHaveLength(2);
      expect(await Array.fromAsync(store.items({ to: "MOPAC" }))).toHaveLength(1);
      expect(await Array.fromAsync(store.items({ body: "office for policing" }))).toHaveLength(2);
    });

    holds("keeps decisions in order, each once, also when the document is read anew", async (store) => {
      await publish(store, makePublished(LETTER));
      const first = makeDecision(LETTER, { do: "verdict", verdict: "accepted" });
      await store.addDecision(first);
      await store.addDecision(first);
      await store.addDecision(makeDecision(LETTER, { do: "comment", words: "See page 2." }));
      await store.publish(packDocument({ ...makePublished(LETTER), recordKey: "record-2" }));
      const entries = await store.decisionsOf(first.item);
      expect(entries.map((entry) => entry.act.do)).toEqual(["verdict", "comment"]);
      expect(entries[0]).toMatchObject(first);
      expect(entries[1]!.id).toBeGreaterThan(entries[0]!.id);
      expect(await Array.fromAsync(store.decisions())).toEqual(entries);
      expect(await store.itemPage({ reviewed: true }, "doubt", null, 10)).toMatchObject([{ verdict: "accepted" }]);
      expect(await store.itemPage({ reviewed: false }, "doubt", null, 10)).toEqual([]);
    });

    holds("adds nothing under a key that stands for another decision, and says so", async (store) => {
      await publish(store, makePublished(LETTER));
      const first = makeDecision(LETTER, { do: "verdict", verdict: "accepted" });
      expect(await store.addDecision(first)).toBe(true);
      const others = [
        { ...first, by: "Ben" },
        { ...first, act: { do: "verdict", verdict: "rejected" } as const },
        { ...makeDecision(REPLY, first.act), key: first.key },
      ];
      for (const other of others) expect(await store.addDecision(other)).toBe(false);
      expect(await store.addDecision(first)).toBe(true);
      expect(await Array.fromAsync(store.decisions())).toHaveLength(1);
    });

    holds("keeps both decisions of two persons who did not see one another's, and says so", async (store) => {
      await publish(store, makePublished(LETTER));
      const decided = (by: string, verdict: "accepted" | "rejected", seen = 0) =>
        store.addDecision({ ...makeDecision(LETTER, { do: "verdict", verdict }), by, seen });
      await Promise.all([decided("Ada", "accepted"), decided("Ben", "rejected")]);
      const entries = await store.decisionsOf(makeDecision(LETTER, { do: "verdict", verdict: "unsure" }).item);
      expect(entries.map((entry) => entry.by).sort()).toEqual(["Ada", "Ben"]);
      expect(await store.itemPage({ disputed: true }, "document", null, 10)).toHaveLength(1);
      await decided("Cat", "accepted", entries.at(-1)!.id);
      expect(await store.itemPage({ disputed: true }, "document", null, 10)).toEqual([]);
    });

    holds("lists what persons added, of one document or of all", async (store) => {
      const passage = { document: LETTER, start: 0, end: 4, exact: "Send" };
      const added = makeDecision(LETTER, { do: "item", kind: "ask", passage });
      await store.addDecision(added);
      await store.addDecision(makeDecision(LETTER, { do: "comment", words: 'Says {"do":"item",' }));
      await store.addDecision(makeDecision(REPLY, { do: "item", kind: "undertaking", passage }));
      expect(await store.additions(LETTER)).toMatchObject([added]);
      expect(await store.additions(null)).toHaveLength(2);
    });

    holds(
      "shows a person under double review what they may know: their own verdicts, and items that wait for a second",
      async (store) => {
        await publish(store, makePublished(LETTER));
        const decided = (by: string, verdict: "accepted" | "rejected") =>
          store.addDecision({ ...makeDecision(LETTER, { do: "verdict", verdict }), by });
        const seenBy = (blind: string, filter: ItemFilter = {}) =>
          store.itemPage({ ...filter, blind }, "document", null, 10);
        await decided("Ada", "accepted");
        expect(await seenBy("Ben")).toMatchObject([{ verdict: null, disputed: false }]);
        expect(await seenBy("Ben", { reviewed: false })).toHaveLength(1);
        expect(await seenBy("Ada", { reviewed: false })).toEqual([]);
        await decided("Ben", "rejected");
        expect(await seenBy("Ben", { reviewed: true })).toMatchObject([{ verdict: "rejected", disputed: true }]);
        expect(await seenBy("Ada", { disputed: true })).toMatchObject([{ verdict: "accepted", disputed: true }]);
        expect(await seenBy("Cat", { disputed: true })).toEqual([]);
        expect(await seenBy("Cat", { reviewed: false })).toEqual([]);
        expect(await store.decidedItems()).toEqual([{ item: LETTER.slice(0, 16), kind: "ask" }]);
      },
    );

    holds("remembers whether there is double review, and who settled what", async (store) => {
      expect(await store.doubleReview()).toBe(false);
      await store.saveDoubleReview(true);
      expect(await store.doubleReview()).toBe(true);
      await publish(store, makePublished(LETTER));
      const settling = { ...makeDecision(LETTER, { do: "verdict", verdict: "accepted" }), settles: true };
      await store.addDecision(settling);
      expect(await store.decisionsOf(settling.item)).toMatchObject([{ settles: true }]);
    });

    holds("takes decisions down with their document, and no others", async (store) => {
      await publish(store, makePublished(LETTER));
      await store.addDecision(makeDecision(LETTER, { do: "comment", words: "Quotes the letter." }));
      await store.addDecision(makeDecision(REPLY, { do: "comment", words: "Stays." }));
      await store.remove({ document: LETTER, name: "x", why: "y", removedAt: "2024-01-01T00:00:00.000Z" });
      expect((await Array.fromAsync(store.decisions())).map((entry) => entry.document)).toEqual([REPLY]);
    });

    holds("keeps a pipeline by its version", async (store) => {
      await store.savePipeline("v1", "gla", '{"name":"gla"}');
      await store.savePipeline("v1", "gla", '{"name":"gla"}');
      expect(await store.pipeline("v1")).toBe('{"name":"gla"}');
      expect(await store.pipeline("v2")).toBeNull();
    });
  });
}

const textOf = (bytes: Uint8Array | null): string | null => bytes && Buffer.from(bytes).toString();

async function save(store: Store, read: ReadDocument, input = makeInput("letter.txt")): Promise<void> {
  await store.saveInput(read.id, input);
  await store.saveRead(read);
}

async function publish(store: Store, published: PublishedDocument, input = makeInput(published.uri)): Promise<void> {
  await save(store, makeRead(published.id), input);
  await store.publish(packDocument(published));
}

async function everything(store: Store) {
  return {
    documents: await Array.fromAsync(store.documents()),
    items: await Array.fromAsync(store.items({})),
    hits: await store.search("figures", 100),
    cards: (await Array.fromAsync(store.cards())).map(({ id, card }) => ({ id, card })),
  };
}
