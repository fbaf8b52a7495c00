import { describe, expect, it } from "vitest";
import type { Account, Secret } from "../../src/store/accounts.ts";
import type { Store } from "../../src/store/store.ts";

const ada: Account = {
  ...{ name: "Ada Thornbury", role: "reviewer", password: null, disabled: false },
  createdAt: "2024-06-01T10:00:00.000Z",
};
const secret = (hash: string, more: Partial<Secret> = {}): Secret => ({
  ...{ hash, kind: "session", person: "ada thornbury", label: "", scopes: [] },
  ...{ createdAt: "2024-06-01T10:00:00.000Z", until: "2024-06-02T10:00:00.000Z", ...more },
});

/** What any store does about accounts. `open` gives a fresh one; the suite closes it. */
export function describeAccountStore(name: string, open: () => Promise<Store>): void {
  const holds = (what: string, test: (accounts: Store["accounts"]) => Promise<void>) =>
    it(what, async () => {
      const store = await open();
      try {
        await test(store.accounts);
      } finally {
        await store.close();
      }
    });

  it(`${name}: keeps attempts by their keys until they are removed, forgotten or old`, async () => {
    const store = await open();
    const { attempts } = store;
    const keys = (id: string) => attempts.others(id, ["ada", "here"], "2024-06-01T09:50:00.000Z");
    await attempts.add("1", ["ada", "here"], "2024-06-01T10:00:00.000Z");
    await attempts.add("2", ["here"], "2024-06-01T09:55:00.000Z");
    await attempts.add("3", ["here", "ben"], "2024-06-01T09:45:00.000Z");
    expect((await keys("2")).map(({ key }) => key).sort()).toEqual(["ada", "here"]);
    expect(await keys("0")).toHaveLength(3);
    await attempts.forget("ada");
    expect(await keys("0")).toMatchObject([{ at: "2024-06-01T09:55:00.000Z" }, { at: "2024-06-01T10:00:00.000Z" }]);
    await attempts.remove("2");
    expect(await keys("0")).toMatchObject([{ key: "here", at: "2024-06-01T10:00:00.000Z" }]);
    await attempts.removeBefore("2024-06-01T09:50:00.000Z");
    expect(await attempts.others("0", ["ben"], "2024-06-01T00:00:00.000Z")).toEqual([]);
    await store.close();
  });

  describe(`${name}: accounts`, () => {
    holds("finds a person whatever the case of the name, and has nobody of that name twice", async (accounts) => {
      expect(await accounts.add(ada)).toBe(true);
      expect(await accounts.add({ ...ada, name: "ADA THORNBURY", role: "admin" })).toBe(false);
      expect(await accounts.find("ada thornbury")).toEqual(ada);
      expect(await accounts.find("ada")).toBeNull();
      expect(await accounts.all()).toEqual([ada]);
    });

    holds("changes what is named and nothing else", async (accounts) => {
      await accounts.add(ada);
      await accounts.change("ada Thornbury", { password: "hash" });
      await accounts.change("ada Thornbury", { disabled: true });
      await accounts.change("ada Thornbury", { role: "admin" });
      expect(await accounts.find(ada.name)).toEqual({ ...ada, password: "hash", disabled: true, role: "admin" });
    });

    holds("lets a secret be taken once, though two take it together", async (accounts) => {
      await accounts.addSecret(secret("h1", { kind: "invitation" }));
      const taken = await Promise.all([1, 2, 3, 4].map(() => accounts.takeSecret("h1")));
      expect(taken.filter(Boolean)).toHaveLength(1);
      expect(await accounts.secret("h1")).toBeNull();
    });

    holds("removes the secrets of one person and one kind, but for the one named", async (accounts) => {
      const token = secret("h3", { kind: "token", label: "nightly", scopes: ["read", "decide"] });
      const other = secret("h4", { person: "ben" });
      for (const each of [secret("h1"), secret("h2"), token, other]) await accounts.addSecret(each);
      await accounts.removeSecrets("Ada Thornbury", "session", "h2");
      expect(await accounts.secretsOf("Ada Thornbury", "session")).toEqual([secret("h2")]);
      expect(await accounts.secretsOf("ada thornbury", "token")).toEqual([token]);
      expect(await accounts.secret("h4")).toEqual(other);
    });

    holds("forgets what has ended", async (accounts) => {
      await accounts.addSecret(secret("h1", { until: "2024-06-01T00:00:00.000Z" }));
      await accounts.addSecret(secret("h2"));
      await accounts.removeEnded("2024-06-01T12:00:00.000Z");
      expect(await accounts.secret("h1")).toBeNull();
      expect(await accounts.secret("h2")).not.toBeNull();
    });
  });
}
