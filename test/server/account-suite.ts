import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Role, Scope, scopesOf } from "../../src/records/account.ts";
import { createAccounts } from "../../src/server/accounts.ts";
import type { Store } from "../../src/store/store.ts";
import { createCaller } from "../support/caller.ts";
import { letterText } from "../support/letters.ts";
import { makeDesk } from "../support/make-desk.ts";
import { temporaryFolder } from "../support/run-cli.ts";

const PASSWORD = "four words in a row";

/** What the desk does with accounts, over any store. */
export function describeAccounts(name: string, open: () => Promise<Store>): void {
  const folder = temporaryFolder("accounts");
  let desk: Awaited<ReturnType<typeof makeDesk>>;
  let store: Store;
  beforeAll(async () => {
    writeFileSync(join(folder, "letter.txt"), letterText(4));
    store = await open();
    desk = await makeDesk([folder], null, store, true);
  });
  afterAll(() => desk.close());

  const caller = () => createCaller(desk.app);
  /** Somebody with a password, who is signed in. */
  const newcomer = async (who: string, role: Role) => {
    const token = (await desk.accounts!.invite(who, role))!;
    const browser = caller();
    const answer = await browser.call("POST", "/invitation", { body: { token, password: PASSWORD } });
    expect(answer.status).toBe(200);
    return browser;
  };
  const signIn = (who: string, password: string, browser = caller()) =>
    browser.call("POST", "/sign-in", { body: { name: who, password } });

  describe(`${name}: coming in`, () => {
    it("shows strangers nothing but the way in, and knows no start-up link", async () => {
      expect(await caller().json("GET", "/sign-in")).toEqual({ by: "password" });
      expect((await caller().call("GET", "/items")).status).toBe(401);
      const link = desk.sessions.invite("Mallory");
      expect((await desk.app.request(`/start?token=${link}`, { headers: { host: "localhost" } })).status).toBe(404);
    });

    it("takes an invitation once, and gives a cookie that no script reads", async () => {
      const token = (await desk.accounts!.invite("Once", "reader"))!;
      const choose = () => caller().call("POST", "/invitation", { body: { token, password: PASSWORD } });
      const first = await choose();
      expect(first.headers.get("set-cookie")).toMatch(/HttpOnly/i);
      expect(first.headers.get("set-cookie")).toMatch(/SameSite=Lax/i);
      expect((await choose()).status).toBe(403);
    });

    it.each(["short", "", "elevenchars"])("takes no password as short as %j", async (password) => {
      const token = await desk.accounts!.reset("Once");
      expect((await caller().call("POST", "/invitation", { body: { token, password } })).status).toBe(400);
    });

    it("signs in whatever the case of the name, and gives a new session each time", async () => {
      await newcomer("Ada Thornbury", "reviewer");
      const [one, two] = [caller(), caller()];
      expect((await signIn("ada thornbury", PASSWORD, one)).status).toBe(200);
      expect((await signIn("Ada Thornbury", PASSWORD, two)).status).toBe(200);
      expect(one.cookie()).not.toBe(two.cookie());
      const who = await one.json("GET", "/session");
      expect(who).toEqual({
        queues: null,
        name: "Ada Thornbury",
        role: "reviewer",
        scopes: scopesOf("reviewer"),
        by: "password",
      });
    });

    it("ends a session at once on signing out, and the cookie is good for nothing", async () => {
      const ben = await newcomer("Ben", "reader");
      const headers = { cookie: ben.cookie() };
      expect((await ben.call("DELETE", "/session")).status).toBe(200);
      expect((await caller().call("GET", "/items", { headers })).status).toBe(401);
    });

    it("ends all sessions on signing out everywhere, and all others on a new password", async () => {
      const [one, two] = [await newcomer("Cat", "reader"), caller()];
      await signIn("Cat", PASSWORD, two);
      const change = { current: PASSWORD, next: "another four words now" };
      expect((await two.call("PUT", "/password", { body: { ...change, current: "wrong wrong wrong" } })).status).toBe(
        403,
      );
      expect((await two.call("PUT", "/password", { body: change })).status).toBe(200);
      expect((await one.call("GET", "/items")).status).toBe(401);
      expect((await two.call("GET", "/items")).status).toBe(200);
      expect((await signIn("Cat", PASSWORD)).status).toBe(401);
      await signIn("Cat", change.next, one);
      await one.call("DELETE", "/sessions");
      expect((await two.call("GET", "/items")).status).toBe(401);
    });

    it("keeps passwords and tokens as hashes alone", async () => {
      const dan = await newcomer("Dan", "reader");
      const session = dan.cookie().split("=")[1]!;
      const { token } = await dan.json("POST", "/tokens", { label: "x", scopes: ["read"] });
      const account = await store.accounts.find("Dan");
      expect(account!.password).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]+\$[\w+/]+$/);
      const secrets = [
        ...(await store.accounts.secretsOf("Dan", "session")),
        ...(await store.accounts.secretsOf("Dan", "token")),
      ];
      const kept = JSON.stringify([account, secrets]);
      expect(secrets).toHaveLength(2);
      for (const word of [PASSWORD, session, token]) expect(kept).not.toContain(word);
    });

    it("ends a session after a working day, and an invitation after a week", async () => {
      let now = new Date("2026-01-01T00:00:00Z");
      const accounts = createAccounts(store.accounts, () => now);
      const invitation = (await accounts.invite("Eve", "reader"))!;
      const session = (await accounts.accept(invitation, PASSWORD))!;
      const late = await accounts.reset("Eve");
      expect(await accounts.personOfSession(session)).toBeNull();
      now = new Date("2026-01-08T00:00:01Z");
      expect(await accounts.accept(late, PASSWORD)).toBeNull();
    });
  });

  describe(`${name}: strangers who try`, () => {
    it("get one answer for a wrong password, for nobody of that name, for one disabled and for one only invited", async () => {
      await newcomer("Fay", "reader");
      await newcomer("Gus", "reader");
      await desk.accounts!.change("Gus", { disabled: true });
      await desk.accounts!.invite("Hal", "reader");
      const answers = await Promise.all(
        [
          ["Fay", "not this one at all"],
          ["Gus", PASSWORD],
          ["Hal", PASSWORD],
          ["Nobody", PASSWORD],
        ].map(([who, password]) => signIn(who!, password!)),
      );
      const told = await Promise.all(answers.map(async (answer) => [answer.status, await answer.text()]));
      expect(new Set(told.map((each) => JSON.stringify(each))).size).toBe(1);
      expect(told[0]![0]).toBe(401);
    });

    it("are made to wait after five wrong words, whether there is such a person or not", async () => {
      for (const who of ["Fay", "Nobody at all"]) {
        for (let time = 0; time < 5; time++) await signIn(who, `wrong ${time}`);
        const answer = await signIn(who, PASSWORD);
        expect(answer.status).toBe(429);
        expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
      }
    });

    it.each([
      ["another site", { origin: "https://elsewhere.example" }, 403],
      ["a form", { "content-type": "application/x-www-form-urlencoded" }, 415],
    ])("cannot sign a browser in from %s", async (_, headers, status) => {
      const body = { name: "Ada Thornbury", password: PASSWORD };
      expect((await caller().call("POST", "/sign-in", { body, headers })).status).toBe(status);
    });
  });

  describe(`${name}: what each may do`, () => {
    it.each(Role.options)("lets a %s do what the role may, and refuses the rest with a problem", async (role) => {
      const who = await newcomer(`the ${role}`, role);
      const may = scopesOf(role);
      const { paths } = await (await newcomer(`another ${role}`, role)).json("GET", "/openapi.json");
      for (const [path, methods] of Object.entries(paths as Record<string, object>))
        for (const method of Object.keys(methods)) {
          if (["/session", "/sessions"].includes(path) && method === "delete") continue;
          const headers = path === "/uploads" ? { "content-type": "multipart/form-data; boundary=x" } : {};
          const answer = await who.call(method.toUpperCase(), path.replace(/\{\w+\}/g, "0"), { headers });
          const needs = NEEDS[`${method} ${path}`] ?? (method === "get" ? "read" : "admin");
          if (needs === "anyone" || may.includes(needs)) expect([method, path, answer.status]).not.toContain(403);
          else {
            expect([method, path, answer.status]).toContain(403);
            expect(answer.headers.get("content-type")).toBe("application/problem+json");
          }
        }
    });

    it("takes effect at once: a smaller role, and no more at all", async () => {
      const ida = await newcomer("Ida", "admin");
      await newcomer("Ike", "admin");
      expect((await ida.call("GET", "/users")).status).toBe(200);
      await desk.accounts!.change("Ida", { role: "reader" });
      expect((await ida.call("GET", "/users")).status).toBe(403);
      await desk.accounts!.change("Ida", { disabled: true });
      expect((await ida.call("GET", "/items")).status).toBe(401);
    });

    it("lets an admin invite, change and let go, but not leave the desk without an admin", async () => {
      for (const { name, role } of await desk.accounts!.users())
        if (role === "admin") await desk.accounts!.change(name, { disabled: true });
      const kim = await newcomer("Kim", "admin");
      expect((await kim.call("PATCH", "/users/Kim", { body: { disabled: true } })).status).toBe(409);
      expect((await kim.call("PATCH", "/users/kim", { body: { role: "reader" } })).status).toBe(409);
      const { user, path } = await kim.json("POST", "/users", { name: "Lee", role: "reviewer" });
      expect(user).toMatchObject({ name: "Lee", role: "reviewer", invited: true });
      expect(await desk.accounts!.accept(path.split("#")[1], PASSWORD)).not.toBeNull();
      expect((await kim.call("POST", "/users", { body: { name: "LEE", role: "reader" } })).status).toBe(409);
      expect((await kim.call("PATCH", "/users/lee", { body: { disabled: true } })).status).toBe(200);
      expect((await signIn("Lee", PASSWORD)).status).toBe(401);
      expect((await kim.call("PATCH", "/users/nobody", { body: { disabled: true } })).status).toBe(404);
    });

    it.each(["", "<script>", "a\nb", "\u0000", "x".repeat(61)])("takes nobody of the name %j", async (who) => {
      const max = await newcomer(`Max ${who.length} ${who.charCodeAt(0) || 0}`, "admin");
      expect((await max.call("POST", "/users", { body: { name: who, role: "reader" } })).status).toBe(400);
    });
  });

  describe(`${name}: tokens`, () => {
    const withToken = (token: string, method: string, path: string, body?: unknown) =>
      caller().call(method, path, {
        ...(body ? { body } : {}),
        headers: { authorization: `Bearer ${token}`, origin: "" },
      });

    it("do what they are good for in their owner's name, and nothing beyond it", async () => {
      const nan = await newcomer("Nan", "admin");
      const { token } = await nan.json("POST", "/tokens", { label: "a script", scopes: ["read"] });
      expect((await (await withToken(token, "GET", "/session")).json()) as object).toMatchObject({
        ...{ name: "Nan", by: "token", scopes: ["read"] },
      });
      const beyond = await withToken(token, "GET", "/users");
      expect(beyond.status).toBe(403);
      expect(beyond.headers.get("content-type")).toBe("application/problem+json");
      expect(((await beyond.json()) as { detail: string }).detail).toContain("admin");
    });

    it("may do no more than their owner, who may later do less", async () => {
      const oda = await newcomer("Oda", "reviewer");
      const wanted = { label: "x", scopes: ["read", "admin"] };
      expect((await oda.call("POST", "/tokens", { body: wanted })).status).toBe(403);
      const token = await desk.accounts!.makeToken("Oda", "x", Scope.options, 1);
      expect((await withToken(token, "GET", "/users")).status).toBe(403);
      await desk.accounts!.change("Oda", { disabled: true });
      expect((await withToken(token, "GET", "/items")).status).toBe(401);
    });

    it("make no other tokens and change no password", async () => {
      const pam = await newcomer("Pam", "admin");
      const { token } = await pam.json("POST", "/tokens", { label: "x", scopes: Scope.options });
      expect((await withToken(token, "POST", "/tokens", { label: "y", scopes: ["read"] })).status).toBe(403);
      const change = { current: PASSWORD, next: "another four words now" };
      expect((await withToken(token, "PUT", "/password", change)).status).toBe(403);
    });

    it("are taken back by their owner and by nobody else, and end by themselves", async () => {
      const [quin, rae] = [await newcomer("Quin", "reader"), await newcomer("Rae", "reader")];
      const { token } = await quin.json("POST", "/tokens", { label: "x", scopes: ["read"], days: 1 });
      const [{ id }] = (await quin.json("GET", "/tokens")).rows;
      expect((await rae.call("DELETE", `/tokens/${id}`)).status).toBe(404);
      expect((await withToken(token, "GET", "/items")).status).toBe(200);
      const later = createAccounts(store.accounts, () => new Date(Date.now() + 2 * 24 * 60 * 60 * 1000));
      expect(await later.personOfToken(token)).toBeNull();
      expect((await quin.call("DELETE", `/tokens/${id}`)).status).toBe(200);
      expect((await withToken(token, "GET", "/items")).status).toBe(401);
    });

    it("count before a cookie: a wrong one lets nobody in", async () => {
      const sal = await newcomer("Sal", "reader");
      expect((await sal.call("GET", "/items", { headers: { authorization: "Bearer wrong" } })).status).toBe(401);
    });
  });
}

/** What every route needs that is not looked at by all readers, or changed by admins alone. A new one must be put here too. */
const NEEDS: Record<string, Scope | "anyone"> = {
  "get /session": "anyone",
  "get /sign-in": "anyone",
  "post /sign-in": "anyone",
  "post /invitation": "anyone",
  "put /password": "anyone",
  "get /tokens": "anyone",
  "post /tokens": "anyone",
  "delete /tokens/{id}": "anyone",
  "get /users": "admin",
  "get /agreement": "adjudicate",
  "post /items/{id}/decisions": "decide",
  "post /additions": "decide",
  "post /uploads": "upload",
  "post /failures/retry": "upload",
};
