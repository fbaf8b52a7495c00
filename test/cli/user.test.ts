import { join } from "node:path";
import { expect, it } from "vitest";
import { createAccounts } from "../../src/server/accounts.ts";
import { openSqliteStore } from "../../src/store/sqlite.ts";
import { runCli, temporaryFolder } from "../support/run-cli.ts";

const folder = temporaryFolder("user");
const user = (...words: string[]) => runCli(["user", ...words], folder);

/** What the accounts in the store say. */
async function inStore<T>(ask: (accounts: ReturnType<typeof createAccounts>) => Promise<T>): Promise<T> {
  const store = await openSqliteStore(join(folder, "answerable.db"));
  const answer = await ask(createAccounts(store.accounts));
  await store.close();
  return answer;
}

it("makes accounts whose link is good once, and lists them", async () => {
  const added = await user("add", "Ada", "--role", "admin", "--address", "https://desk.example.org");
  expect(added.code).toBe(0);
  const [link = ""] = /https:\/\/desk\.example\.org\/welcome#\S+/.exec(added.out) ?? [];
  const token = link.split("#")[1]!;
  expect(await inStore((accounts) => accounts.accept(token, "four words in a row"))).not.toBeNull();
  expect(await inStore((accounts) => accounts.accept(token, "four words in a row"))).toBeNull();
  expect((await user("add", "ada")).code).toBe(2);
  expect((await user("list")).out).toMatch(/Ada +admin +active/);
});

it("ends what was good before: a reset ends the password, disabling ends everything", async () => {
  expect((await user("add", "Ben")).code).toBe(0);
  const { out } = await user("token", "Ben", "--scope", "read");
  const token = out.trim();
  expect(await inStore((accounts) => accounts.personOfToken(token))).toMatchObject({ name: "Ben", scopes: ["read"] });
  expect((await user("disable", "ben")).code).toBe(0);
  expect(await inStore((accounts) => accounts.personOfToken(token))).toBeNull();
  expect(JSON.parse((await user("list", "--json")).out)).toMatchObject([
    { name: "Ada" },
    { name: "Ben", disabled: true },
  ]);
  expect((await user("reset", "Ada")).code).toBe(0);
  expect(await inStore((accounts) => accounts.signIn("Ada", "four words in a row"))).toBeNull();
});

it.each([
  ["nobody of that name", ["disable", "Nobody"]],
  ["no name", ["add"]],
  ["no name that could stand beside a decision", ["add", "<script>"]],
  ["a token for nothing", ["token", "Ada"]],
  ["a token for what there is not", ["token", "Ada", "--scope", "everything"]],
  ["a role without one", ["role", "Ada"]],
])("says what is missing: %s", async (_, words) => {
  const { code, errors } = await user(...words);
  expect(code).toBe(2);
  expect(errors).toContain("answerable:");
});

it("opens the desk for others with accounts only, and says how to make one", async () => {
  const empty = temporaryFolder("no-accounts");
  await runCli(["store", "migrate"], empty);
  const { code, errors } = await runCli(["serve", "--host", "0.0.0.0"], empty);
  expect(code).toBe(2);
  expect(errors).toContain("answerable user add NAME --role admin");
});
