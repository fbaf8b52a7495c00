import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createBoard } from "../../src/queue/board.ts";
import { openQueues, type Queues } from "../../src/queue/bullmq.ts";
import type { Role } from "../../src/records/account.ts";
import { BOARD } from "../../src/server/guard.ts";
import { type Listening, listen } from "../../src/server/listen.ts";
import { openSqliteStore } from "../../src/store/sqlite.ts";
import { startBrowser } from "../support/browser.ts";
import { freshRedis } from "../support/databases.ts";
import { makeDesk } from "../support/make-desk.ts";

let queues: Queues;
let desk: Awaited<ReturnType<typeof makeDesk>>;
let server: Listening;

beforeAll(async () => {
  queues = await openQueues(await freshRedis());
  desk = await makeDesk([], null, await openSqliteStore(":memory:"), true, createBoard(queues, BOARD));
  server = await listen(desk.app, 0);
});
afterAll(async () => {
  await server.close();
  await desk.close();
  await queues.close();
});

const at = (path: string) => `http://127.0.0.1:${server.port}${path}`;

/** The cookie of somebody who is signed in. */
async function cookieOf(who: string, role: Role): Promise<string> {
  const token = (await desk.accounts!.invite(who, role))!;
  return `answerable-session=${await desk.accounts!.accept(token, "four words in a row")}`;
}

describe("the dashboard of the queues", () => {
  it.each([
    ["nobody", null, 401],
    ["a reader", "reader", 403],
    ["an adjudicator", "adjudicator", 403],
    ["an admin", "admin", 200],
  ] as const)("answers %s as it should", async (who, role, status) => {
    const headers: Record<string, string> = role ? { cookie: await cookieOf(who, role) } : {};
    for (const path of [BOARD, `${BOARD}/api/queues`]) expect((await fetch(at(path), { headers })).status).toBe(status);
  });

  it.each([
    ["a reader", "reader", null],
    ["an admin", "admin", BOARD],
  ] as const)("is in the menu of those who may see it: %s", async (who, role, place) => {
    const cookie = await cookieOf(`${who} in the menu`, role);
    const session = await fetch(at("/api/v1/session"), { headers: { cookie } });
    expect(await session.json()).toMatchObject({ queues: place });
  });

  it("changes nothing for a page elsewhere", async () => {
    const headers = { cookie: await cookieOf("Another", "admin"), origin: "https://elsewhere.example" };
    const answer = await fetch(at(`${BOARD}/api/queues/documents/pause`), { method: "PUT", headers });
    expect(answer.status).toBe(403);
    expect(await queues.documents.isPaused()).toBe(false);
  });

  it("shows both queues in a browser, which loads nothing from elsewhere; our own pages keep their policy", async () => {
    const browser = await startBrowser();
    const context = await browser.newContext();
    const [name, value] = (await cookieOf("Ann", "admin")).split("=") as [string, string];
    await context.addCookies([{ name, value, url: at("/") }]);
    const page = await context.newPage();
    const answered: string[] = [];
    page.on("response", (response) => answered.push(new URL(response.url()).host));
    await page.goto(at(BOARD));
    await page.getByText("batches").first().waitFor();
    await page.getByText("documents").first().waitFor();
    expect(new Set(answered)).toEqual(new Set([`127.0.0.1:${server.port}`]));
    await browser.close();
    const own = await fetch(at("/api/v1/sign-in"));
    expect(own.headers.get("content-security-policy")).not.toContain("unsafe");
  });
});
