import { randomUUID } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Role } from "../../src/records/account.ts";
import type { Pair } from "../../src/server/schemas.ts";
import type { Store } from "../../src/store/store.ts";
import { createCaller } from "../support/caller.ts";
import { letterText, replyText } from "../support/letters.ts";
import { makeDesk } from "../support/make-desk.ts";
import { temporaryFolder } from "../support/run-cli.ts";

type Person = ReturnType<typeof createCaller>;

/** What double review is, over any store. */
export function describeDoubleReview(name: string, open: () => Promise<Store>): void {
  const folder = temporaryFolder("double-review");
  let desk: Awaited<ReturnType<typeof makeDesk>>;
  let ada: Person;
  let ben: Person;
  let cat: Person;
  let admin: Person;
  let items: string[];

  const newcomer = async (who: string, role: Role): Promise<Person> => {
    const person = createCaller(desk.app);
    const token = await desk.accounts!.invite(who, role);
    await person.call("POST", "/invitation", { body: { token, password: "four words in a row" } });
    return person;
  };
  const pairFor = (who: Person, id: string): Promise<Pair> => who.json("GET", `/items/${id}`);
  const say = async (who: Person, id: string, act: object): Promise<Response> => {
    const pair = await pairFor(who, id);
    const seen = pair.entries.at(-1)?.id ?? 0;
    return who.call("POST", `/items/${id}/decisions`, {
      body: { key: randomUUID(), version: pair.version, seen, act },
    });
  };
  const judge = (who: Person, id: string, verdict: string) => say(who, id, { do: "verdict", verdict });

  beforeAll(async () => {
    for (const number of [4, 5, 6]) {
      writeFileSync(join(folder, `letter-${number}.txt`), letterText(number));
      writeFileSync(join(folder, `reply-${number}.txt`), replyText(number));
    }
    desk = await makeDesk([folder], null, await open(), true);
    [ada, ben] = [await newcomer("Ada", "reviewer"), await newcomer("Ben", "reviewer")];
    [cat, admin] = [await newcomer("Cat", "adjudicator"), await newcomer("Ann", "admin")];
    items = (await ada.json("GET", "/items?pairs=true")).rows.map((row: { id: string }) => row.id);
    expect((await ada.call("PUT", "/settings", { body: { doubleReview: true } })).status).toBe(403);
    expect(await admin.json("PUT", "/settings", { doubleReview: true })).toEqual({ doubleReview: true });
  });
  afterAll(() => desk.close());

  describe(`${name}: double review`, () => {
    it("hides others' decisions until one has judged an item oneself, then shows them all", async () => {
      const id = items[0]!;
      await judge(ada, id, "accepted");
      await say(ada, id, { do: "comment", words: "See the second page." });
      const blind = await pairFor(ben, id);
      expect(blind.entries).toEqual([]);
      expect(blind.review).toMatchObject({ verdict: null, comments: [], conflicts: [] });
      const rows = (await ben.json("GET", "/items?pairs=true")).rows as { id: string; verdict: string | null }[];
      expect(rows.find((row) => row.id === id)!.verdict).toBeNull();
      expect((await ben.json("GET", "/items?reviewed=true")).rows).toEqual([]);
      await say(ben, id, { do: "comment", words: "Not a judgement yet." });
      expect((await pairFor(ben, id)).entries).toHaveLength(1);
      await judge(ben, id, "rejected");
      const open = await pairFor(ben, id);
      expect(open.entries.map(({ by }) => by)).toEqual(["Ada", "Ada", "Ben", "Ben"]);
      expect(open.review.conflicts).toEqual(["verdict"]);
    });

    it("tells nobody by another way either", async () => {
      await judge(ada, items[3]!, "accepted");
      expect((await ben.call("GET", "/items?decidedBy=Ada")).status).toBe(403);
      expect((await ben.call("GET", "/exports/decisions.jsonl")).status).toBe(403);
      expect((await ben.call("GET", "/agreement")).status).toBe(403);
      expect((await cat.call("GET", "/exports/decisions.jsonl")).status).toBe(200);
      expect((await pairFor(cat, items[3]!)).entries).toEqual([]);
    });

    it("asks two persons to judge an item, and no third", async () => {
      const queue = async (who: Person) =>
        (await who.json("GET", "/items?pairs=true&reviewed=false")).rows.map((row: { id: string }) => row.id);
      expect(await queue(ada)).not.toContain(items[3]);
      expect(await queue(ben)).toContain(items[3]);
      expect(await queue(cat)).not.toContain(items[0]);
    });

    it("lets an adjudicator settle what two judged differently, once and for all on this version", async () => {
      const id = items[0]!;
      const disputed = (await cat.json("GET", "/items?disputed=true")).rows;
      expect(disputed.map((row: { id: string }) => row.id)).toEqual([id]);
      const before = await pairFor(cat, id);
      expect(before.review.conflicts).toEqual(["verdict"]);
      await judge(cat, id, "accepted");
      await judge(ben, id, "rejected");
      const after = await pairFor(ada, id);
      expect(after.review).toMatchObject({ verdict: "accepted", conflicts: [] });
      expect(after.entries.find(({ by }) => by === "Cat")).toMatchObject({ settles: true });
      expect(after.entries.slice(0, before.entries.length)).toEqual(before.entries);
      expect((await cat.json("GET", "/items?disputed=true")).rows).toEqual([]);
    });

    it("says how well the two agree, by kind, without what was said after seeing one another", async () => {
      await judge(ada, items[1]!, "accepted");
      await judge(ben, items[1]!, "accepted");
      await judge(ada, items[2]!, "rejected");
      await judge(ben, items[2]!, "rejected");
      const { all, kinds } = await cat.json("GET", "/agreement");
      // observed 2 of 3, expected 4/9 by the shares of each
      const pair = { persons: ["Ada", "Ben"], items: 3, agreed: 2, kappa: expect.closeTo(0.4, 10) };
      expect(all).toMatchObject({ items: 3, agreed: 2, pairs: [pair] });
      expect(all.alpha).toBeCloseTo(1 - (5 * 2) / 18, 10);
      expect(kinds.find((each: { kind: string }) => each.kind === "ask")).toMatchObject({ items: 3 });
    });

    it("counts nothing as settled by those who may not", async () => {
      const id = items[4]!;
      await judge(ada, id, "accepted");
      await judge(ben, id, "rejected");
      await judge(ada, id, "unsure");
      expect((await pairFor(ada, id)).entries.some(({ settles }) => settles)).toBe(false);
    });
  });
}
