import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Act, ChosenPassage } from "../../src/records/decision.ts";
import type { ItemRow, Pair } from "../../src/server/schemas.ts";
import { copyStore } from "../../src/store/copy.ts";
import { openSqliteStore } from "../../src/store/sqlite.ts";
import type { Store } from "../../src/store/store.ts";
import { createVisitor, makeDesk } from "../support/make-desk.ts";

/** What becomes of lists, numbers and exports when persons correct and add items, over any store. */
export function describeCorrections(name: string, open: () => Promise<Store>): void {
  let desk: Awaited<ReturnType<typeof makeDesk>>;
  let ada: ReturnType<typeof createVisitor>;
  let pair: Pair;

  const decide = async (id: string, act: Act): Promise<Pair> => {
    const { version, entries }: Pair = await ada.json(`/items/${id}`);
    const body = { key: randomUUID(), version, seen: entries.at(-1)?.id ?? 0, act };
    return (await ada.send("POST", `/items/${id}/decisions`, body)).json() as Promise<Pair>;
  };
  const rows = async (query = ""): Promise<ItemRow[]> => (await ada.json(`/items?most=200&${query}`)).rows;
  const row = async (id: string) => (await rows()).find((each) => each.id === id);
  const isIn = async (id: string, query: string) => (await rows(query)).some((each) => each.id === id);
  const countOf = async (kind: string): Promise<number> => {
    const { kinds, totals } = await ada.json("/statistics");
    const of = kinds.find((each: { name: string }) => each.name === kind) ?? {};
    const count = (of.replied ?? 0) + (of.unanswered ?? 0) + (of.open ?? 0) + (of.promised ?? 0);
    expect(count).toBe(totals[`${kind}s`]);
    return count;
  };
  const exported = async (id: string) =>
    (await (await ada.ask("/exports/items.jsonl")).text())
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line))
      .find((line) => line.key === id);
  /** Everything that is told of the store by lists and numbers, without who said what. */
  const told = async () => [
    (await rows()).map(({ verdict, disputed, ...rest }) => rest),
    await ada.json("/documents?most=200"),
    await ada.json("/statistics"),
    await ada.json("/statistics/tracing"),
  ];
  const passageIn = async (document: string, words: string): Promise<ChosenPassage> => {
    const { text } = await ada.json(`/documents/${document}/text`);
    const start = text.indexOf(words);
    return { document, start, end: start + words.length, exact: words };
  };
  const undoAll = async (id: string) => {
    const { entries }: Pair = await ada.json(`/items/${id}`);
    for (const entry of entries.toReversed()) await decide(id, { do: "undo", entry: entry.id });
  };

  beforeAll(async () => {
    desk = await makeDesk(["samples/river-piers"], null, await open());
    ada = createVisitor(desk, "Ada");
    const [first] = await rows("pairs=true&status=replied&kind=ask");
    pair = await ada.json(`/items/${first!.id}`);
  });
  afterAll(() => desk.close());

  describe(`${name}: what persons correct`, () => {
    it("is what lists, filters, numbers and exports tell, with the machine's word beside it", async () => {
      const { id } = pair.item;
      const before = await told();
      const [asks, undertakings] = [await countOf("ask"), await countOf("undertaking")];
      await decide(id, { do: "kind", kind: "undertaking" });
      expect([await countOf("ask"), await countOf("undertaking")]).toEqual([asks - 1, undertakings + 1]);
      expect(await isIn(id, "kind=undertaking")).toBe(true);
      expect(await isIn(id, "kind=ask")).toBe(false);
      await decide(id, { do: "kind", kind: "recommendation" });
      await decide(id, { do: "to", to: ["The Board of Moorings"] });
      await decide(id, { do: "deadline", date: "2031-02-03" });
      expect(await isIn(id, "to=The+Board+of+Moorings&dueAfter=2031-02-02&dueBefore=2031-02-04")).toBe(true);
      const { due } = await ada.json("/statistics/tracing");
      expect(due.find((each: { date: string }) => each.date === "2031-02-03")).toMatchObject({ count: 1 });
      const machine = { kind: "ask", to: pair.item.to.join("; "), text: pair.item.anchor.exact.replace(/\s+/g, " ") };
      const shown = { kind: "recommendation", to: "The Board of Moorings", deadline: "2031-02-03" };
      expect(await row(id)).toMatchObject({ ...shown, corrected: ["kind", "to", "deadline"], machine });
      expect(await exported(id)).toMatchObject({
        ...shown,
        corrected: "kind; to; deadline",
        decided_by: "Ada",
        machine_kind: "ask",
        machine_text: null,
      });
      expect((await rows("corrected=true")).map((each) => each.id)).toEqual([id]);
      await undoAll(id);
      expect(await told()).toEqual(before);
    });

    it("is another reply, with how long it took, or none at all", async () => {
      const { id } = pair.item;
      const before = await told();
      const other = pair.links[0]!.replies[0]!.document;
      const passage = await passageIn(other, "Yours sincerely");
      await decide(id, { do: "replies", replies: [passage] });
      await decide(id, { do: "outcome", outcome: "declined" });
      expect(await isIn(id, "outcome=declined&status=replied&daysFrom=0")).toBe(true);
      expect(await exported(id)).toMatchObject({
        ...{ outcome: "declined", reply_text: "Yours sincerely", reply_document_id: other, link_confidence: null },
        machine_reply_text: expect.stringContaining(pair.links[0]!.replies[0]!.anchor.exact.slice(0, 20)),
      });
      await decide(id, { do: "replies", replies: [] });
      expect(await isIn(id, "status=unanswered&outcome=unanswered")).toBe(true);
      expect(await exported(id)).toMatchObject({ outcome: "unanswered", reply_text: null });
      await undoAll(id);
      expect(await told()).toEqual(before);
    });

    it("is other words, at their place", async () => {
      const { id, anchor } = pair.item;
      const passage = {
        document: pair.document.id,
        start: anchor.start,
        end: anchor.start + 9,
        exact: anchor.exact.slice(0, 9),
      };
      await decide(id, { do: "span", passage });
      expect(await row(id)).toMatchObject({ text: passage.exact, corrected: ["text"] });
      await undoAll(id);
    });
  });

  describe(`${name}: what persons add`, () => {
    it("stands in lists, numbers and exports until it is taken back", async () => {
      const before = await told();
      const count = await countOf("recommendation");
      const passage = await passageIn(pair.document.id, "Yours sincerely");
      const body = { key: randomUUID(), kind: "recommendation", passage };
      const added = (await (await ada.send("POST", "/additions", body)).json()) as Pair;
      const { id } = added.item;
      expect(await countOf("recommendation")).toBe(count + 1);
      expect(await row(id)).toMatchObject({
        text: "Yours sincerely",
        status: "open",
        corrected: ["added"],
        machine: null,
      });
      expect(await row(id)).toMatchObject({ documentName: pair.document.name, date: pair.part.date });
      await decide(id, { do: "to", to: ["The Board"] });
      expect(await exported(id)).toMatchObject({ corrected: "added", to: "The Board", decided_by: "Ada" });
      expect((await ada.json(`/items/${id}`)).item.id).toBe(id);
      await undoAll(id);
      expect(await told()).toEqual(before);
    });
  });

  describe(`${name}: the machine's word`, () => {
    it("is kept as it was, through reading anew and copying", async () => {
      const machine = await Array.fromAsync(desk.store.machineItems());
      const { id } = pair.item;
      await decide(id, { do: "kind", kind: "undertaking" });
      const passage = await passageIn(pair.document.id, "Yours sincerely");
      await ada.send("POST", "/additions", { key: randomUUID(), kind: "ask", passage });
      const corrected = await told();
      expect(await Array.fromAsync(desk.store.machineItems())).toEqual(machine);
      await desk.store.saveRows(pair.document.id, await desk.store.rows(pair.document.id));
      expect(await told()).toEqual(corrected);
      const other = await openSqliteStore(":memory:");
      for (let time = 0; time < 2; time++) {
        await copyStore(desk.store, other);
        expect(await Array.fromAsync(other.machineItems())).toEqual(machine);
        expect(await Array.fromAsync(other.items({}))).toEqual(await Array.fromAsync(desk.store.items({})));
        expect(await other.statistics()).toEqual(await desk.store.statistics());
      }
      await other.close();
    });

    it("is shown under double review until two persons have judged the item", async () => {
      const { id } = pair.item;
      await desk.store.saveDoubleReview(true);
      expect(await row(id)).toMatchObject({ kind: "ask", corrected: [] });
      expect(await exported(id)).toMatchObject({ kind: "ask", corrected: null, decided_by: null });
      await desk.store.saveDoubleReview(false);
      expect(await row(id)).toMatchObject({ kind: "undertaking", corrected: ["kind"] });
    });
  });
}
