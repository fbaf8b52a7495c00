import { randomUUID } from "node:crypto";
import { writeFileSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Listening, listen } from "../../src/server/listen.ts";
import { createSessions } from "../../src/server/sessions.ts";
import { letterText } from "../support/letters.ts";
import { createVisitor, makeDesk } from "../support/make-desk.ts";
import { temporaryFolder } from "../support/run-cli.ts";

const folder = temporaryFolder("attacks");
let desk: Awaited<ReturnType<typeof makeDesk>>;
let server: Listening;
let ada: ReturnType<typeof createVisitor>;

beforeAll(async () => {
  writeFileSync(join(folder, "letter.txt"), letterText(4));
  desk = await makeDesk([folder]);
  server = await listen(desk.app, 0);
  ada = createVisitor(desk, "Ada");
});
afterAll(async () => {
  await server.close();
  await desk.close();
});

const itemPath = async () => `/items/${(await ada.json("/items")).rows[0].id}/decisions`;
const comment = (version = "0".repeat(16)) => ({
  ...{ key: randomUUID(), seen: 0, version },
  act: { do: "comment", words: "x" },
});

describe("coming in", () => {
  const start = (token: string) =>
    fetch(`http://127.0.0.1:${server.port}/start?token=${token}`, { redirect: "manual" });

  it("takes a link that is good once, and gives a cookie that no script reads", async () => {
    const token = desk.sessions.invite("Ben");
    const first = await start(token);
    expect(first.status).toBe(303);
    expect(first.headers.get("set-cookie")).toMatch(/HttpOnly/i);
    expect(first.headers.get("set-cookie")).toMatch(/SameSite=Lax/i);
    expect((await start(token)).status).toBe(403);
  });

  it.each(["", "wrong", "a".repeat(5000)])("turns away the token %j", async (token) => {
    expect((await start(token)).status).toBe(403);
  });

  it.each(["/documents", "/items", "/statistics", "/openapi.json", "/exports/items.csv", "/session"])(
    "shows nothing of %s to a stranger",
    async (path) => {
      const answer = await fetch(`http://127.0.0.1:${server.port}/api/v1${path}`);
      expect(answer.status).toBe(401);
      expect(answer.headers.get("content-type")).toBe("application/problem+json");
    },
  );

  it("ends a session at once when its owner signs out", async () => {
    const ben = createVisitor(desk, "Ben");
    expect((await ben.ask("/items")).status).toBe(200);
    expect((await ben.send("DELETE", "/session")).status).toBe(200);
    expect((await ben.ask("/items")).status).toBe(401);
  });

  it("ends a session after a working day", () => {
    let now = 0;
    const sessions = createSessions(() => now);
    const token = sessions.begin(sessions.invite("Ada"))!;
    expect(sessions.personOf(token)).toMatchObject({ name: "Ada", by: "link" });
    now = 13 * 60 * 60 * 1000;
    expect(sessions.personOf(token)).toBeNull();
  });
});

describe("pages elsewhere", () => {
  it.each([
    ["another site", { origin: "https://elsewhere.example" }, 403],
    ["another port", { origin: "http://localhost:9999" }, 403],
    ["no site at all", { origin: "null" }, 403],
    ["a form", { "content-type": "application/x-www-form-urlencoded" }, 415],
    ["a form that pretends", { "content-type": "text/plain;application/json" }, 415],
  ])("cannot decide for the user: %s", async (_, headers, status) => {
    expect((await ada.send("POST", await itemPath(), comment(), headers)).status).toBe(status);
  });

  it("cannot reach the desk by a name of their own", async () => {
    const status = await new Promise((resolve) =>
      request({ port: server.port, host: "127.0.0.1", path: "/", headers: { host: "rebound.example" } }, (answer) =>
        resolve(answer.statusCode),
      ).end(),
    );
    expect(status).toBe(421);
  });

  it("cannot put the desk into a frame, nor scripts into it", async () => {
    const policy = (await ada.ask("/items")).headers.get("content-security-policy");
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain("unsafe");
    expect((await ada.ask("/items")).headers.get("x-content-type-options")).toBe("nosniff");
  });
});

describe("words that are not what they should be", () => {
  const PATHS = [
    "../../etc/passwd",
    "..%2f..%2fetc%2fpasswd",
    "%2e%2e/%2e%2e/package.json",
    "%00",
    "'; drop table items; --",
  ];
  const PLACES = [
    (word: string) => `/documents/${word}`,
    (word: string) => `/documents/${word}/text`,
    (word: string) => `/documents/${word}/pages/1/image`,
    (word: string) => `/documents/${"a".repeat(64)}/pages/${word}`,
    (word: string) => `/items/${word}`,
    (word: string) => `/exports/${word}`,
    (word: string) => `/items?document=${word}`,
    (word: string) => `/items?after=${word}`,
  ];
  it.each(PATHS.flatMap((word) => PLACES.map((place) => place(word))))("lead nowhere: %s", async (path) => {
    const answer = await ada.ask(path);
    expect([400, 404]).toContain(answer.status);
    expect(desk.errors).toEqual([]);
  });

  it.each([
    {},
    [],
    "x",
    null,
    { ...comment(), act: { do: "delete" } },
    { ...comment(), by: "Ben" },
    { ...comment(), key: "1" },
  ])("are refused as a decision: %j", async (body) => {
    expect((await ada.send("POST", await itemPath(), body)).status).toBe(400);
  });

  it("are refused when they are too many", async () => {
    const body = { ...comment(), act: { do: "comment", words: "x".repeat(3_000_000) } };
    expect((await ada.send("POST", await itemPath(), body)).status).toBe(413);
  });

  it.each(["items.csv%0d%0aSet-Cookie:%20x=1", "items.csv%22;%20filename=%22x", "items.csv%00"])(
    "put no header into an export: %s",
    async (file) => {
      const answer = await ada.ask(`/exports/${file}`);
      expect([400, 404]).toContain(answer.status);
      expect(answer.headers.get("set-cookie")).toBeNull();
      expect(answer.headers.get("content-disposition")).toBeNull();
    },
  );

  it.each(["PUT", "PATCH", "DELETE"])("change no entry of the log: %s", async (method) => {
    const path = await itemPath();
    const before = await Array.fromAsync(desk.store.decisions());
    for (const each of [path, `${path}/1`]) {
      const answer = await desk.app.request(`/api/v1${each}`, {
        method,
        headers: {
          ...{ host: "localhost", origin: "http://localhost", cookie: ada.cookie },
          "content-type": "application/json",
        },
        body: JSON.stringify(comment()),
      });
      expect([404, 405]).toContain(answer.status);
    }
    expect(await Array.fromAsync(desk.store.decisions())).toEqual(before);
  });

  it("of a formula are no formula in the CSV", async () => {
    const csv = await (await ada.ask("/exports/items.csv")).text();
    expect(csv.split("\n").every((line) => !/(^|,)"?[=+@]/.test(line))).toBe(true);
  });
});
