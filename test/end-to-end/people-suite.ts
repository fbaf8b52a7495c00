import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { webApp } from "../../src/cli/web-app.ts";
import type { Role } from "../../src/records/account.ts";
import { type Listening, listen } from "../../src/server/listen.ts";
import type { Store } from "../../src/store/store.ts";
import { newVisitorsPage, startBrowser } from "../support/browser.ts";
import { letterText, replyText } from "../support/letters.ts";
import { makeDesk } from "../support/make-desk.ts";
import { temporaryFolder } from "../support/run-cli.ts";
import { judge } from "./desk/visit.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const PASSWORD = "four words in a row";

/** Several people at one desk, each in a browser of their own, over any store. */
export function describePeople(name: string, open: () => Promise<Store>): void {
  let desk: Awaited<ReturnType<typeof makeDesk>>;
  let server: Listening;
  let browser: Browser;
  const complaints: string[] = [];

  beforeAll(async () => {
    desk = await makeDesk(["samples/river-piers"], await webApp(), await open(), true);
    server = await listen(desk.app, 0);
    browser = await startBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    await desk?.close();
  });

  const at = (path: string) => `http://127.0.0.1:${server.port}${path}`;
  const newPage = async () => {
    const page = await newVisitorsPage(browser);
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("console", (message) => /policy/i.test(message.text()) && complaints.push(message.text()));
    return page;
  };
  const overview = (page: Page) => page.getByRole("heading", { name: "Overview" }).waitFor();

  /** Comes in by an invitation, as anybody does the first time. */
  async function newcomer(who: string, role: Role): Promise<Page> {
    const page = await newPage();
    await page.goto(at(`/welcome#${await desk.accounts!.invite(who, role)}`));
    await page.getByLabel("New password").fill(PASSWORD);
    await page.getByLabel("The same again").fill(PASSWORD);
    await page.getByRole("button", { name: "Keep it and come in" }).click();
    await overview(page);
    return page;
  }

  async function signIn(page: Page, who: string, password: string): Promise<void> {
    await page.getByLabel("Name").fill(who);
    await page.getByLabel("Password").fill(password);
    await page.getByRole("button", { name: "Sign in" }).click();
  }

  async function expectNothingFromAxe(page: Page): Promise<void> {
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      await page.evaluate(AXE);
      const { violations } = (await page.evaluate("axe.run()")) as {
        violations: { id: string; nodes: { html: string }[] }[];
      };
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    }
  }

  describe(`${name}: people at the desk`, () => {
    it("come in by an invitation, go, and come back with their password alone", async () => {
      const page = await newcomer("Ada", "reviewer");
      await page.getByRole("button", { name: "Sign out" }).click();
      await page.getByRole("heading", { name: "Nobody is signed in" }).waitFor();
      await page.goto(at("/items"));
      await page.getByLabel("Password").waitFor();
      await expectNothingFromAxe(page);
      await signIn(page, "Ada", "another four words now");
      await page.getByText("The name or the password is wrong.").waitFor();
      await signIn(page, "Ada", PASSWORD);
      await page.getByRole("heading", { name: "Items" }).waitFor();
      await page.context().close();
    });

    it("who may only read may not decide, and are told so", async () => {
      const page = await newcomer("Rea", "reader");
      await page.goto(at("/review"));
      await page.getByRole("link", { name: "Begin with the first" }).click();
      await page.locator(".facts").waitFor();
      await page.keyboard.press("a");
      await page.getByText("A reader may not do this").waitFor();
      expect(await Array.fromAsync(desk.store.decisions())).toEqual([]);
      await page.context().close();
    });

    it("change their password, make a token that works, and take it back", async () => {
      const page = await newcomer("Cat", "reviewer");
      await page.getByRole("link", { name: "Cat" }).click();
      await page.getByRole("heading", { name: "Tokens for programs" }).waitFor();
      await page.getByLabel("What it is for").fill("a script");
      await page.getByRole("button", { name: "Make a token" }).click();
      const token = await page.locator(".notice code").textContent();
      const items = () => fetch(at("/api/v1/items"), { headers: { authorization: `Bearer ${token}` } });
      expect((await items()).status).toBe(200);
      await expectNothingFromAxe(page);
      await page.getByRole("button", { name: "Take back a script" }).click();
      await page.getByText("There is none.").waitFor();
      expect((await items()).status).toBe(401);
      await page.getByLabel("Current password").fill(PASSWORD);
      await page.getByLabel("New password").fill("another four words now");
      await page.getByLabel("The same again").fill("another four words now");
      await page.getByRole("button", { name: "Change the password" }).click();
      await page.getByText("The password is changed.").waitFor();
      await page.getByRole("button", { name: "Sign out everywhere" }).click();
      await page.getByRole("heading", { name: "Nobody is signed in" }).waitFor();
      await page.context().close();
    });

    it("are invited and let go by an admin", async () => {
      const page = await newcomer("Ann", "admin");
      await page.getByRole("link", { name: "People" }).click();
      await page.getByLabel("Name").fill("Ben");
      await page.getByRole("button", { name: "Make a link" }).click();
      const words = await page.locator(".notice").textContent();
      await expectNothingFromAxe(page);
      const ben = await newPage();
      await ben.goto(/http\S+/.exec(words ?? "")![0]);
      await expectNothingFromAxe(ben);
      await ben.getByLabel("New password").fill(PASSWORD);
      await ben.getByLabel("The same again").fill(PASSWORD);
      await ben.getByRole("button", { name: "Keep it and come in" }).click();
      await overview(ben);
      await page.getByRole("button", { name: "Let in no more Ben" }).click();
      await page.getByRole("button", { name: "Let in Ben", exact: true }).waitFor();
      await ben.reload();
      await ben.getByRole("heading", { name: "Nobody is signed in" }).waitFor();
      await Promise.all([page, ben].map((each) => each.context().close()));
    });

    it("add a folder, and watch it being read", async () => {
      const folder = temporaryFolder("sent");
      for (const number of [4, 5]) {
        writeFileSync(join(folder, `letter-${number}.txt`), letterText(number));
        writeFileSync(join(folder, `reply-${number}.txt`), replyText(number));
      }
      writeFileSync(join(folder, "broken.pdf"), "%PDF-1.7 and nothing more");
      const page = await newcomer("Una", "reviewer");
      await page.getByRole("link", { name: "Add documents" }).click();
      await page.getByLabel("A folder").setInputFiles(folder);
      await page.getByText("Done. 4 read, 0 known already, 1 not read.").waitFor();
      await expectNothingFromAxe(page);
      await page.getByLabel("Files").setInputFiles(join(folder, "letter-4.txt"));
      await page.getByText("Done. 0 read, 1 known already, 0 not read.").waitFor();
      await page.getByRole("link", { name: "Not read" }).click();
      await page.getByRole("button", { name: "Try all again" }).click();
      await page.getByText("Done. 0 read, 0 known already, 1 not read.").waitFor();
      await page.getByRole("link", { name: "Documents", exact: true }).click();
      await page.getByText("reply-5.txt").first().waitFor();
      await page.context().close();
    });

    it("judge the same pair without seeing one another, differ, and have it settled", async () => {
      const admin = await newcomer("Abe", "admin");
      await admin.getByRole("link", { name: "Agreement" }).click();
      const kept = admin.waitForResponse((answer) => answer.request().method() === "PUT");
      await admin.getByLabel("Double review").check();
      await kept;
      const [one, two] = [await newcomer("One", "reviewer"), await newcomer("Two", "reviewer")];
      await one.goto(at("/review"));
      await one.getByRole("link", { name: "Begin with the first" }).click();
      const { pathname } = new URL(one.url());
      const judgeIt = async (page: Page, key: string) => {
        await page.goto(at(pathname));
        await page.locator(".facts").waitFor();
        await judge(page, key);
      };
      await judgeIt(one, "a");
      await two.goto(at(pathname));
      await two.locator(".facts").waitFor();
      expect(await two.getByText("Decided:").count()).toBe(0);
      expect(await two.locator(".facts").textContent()).not.toContain("One");
      await judgeIt(two, "r");
      await two.goto(at(pathname));
      await two.getByText("Two people said different things").waitFor();
      const settler = await newcomer("Sue", "adjudicator");
      await settler.getByRole("link", { name: "Agreement" }).click();
      await settler.getByRole("link", { name: "Show what is disputed" }).click();
      await settler.locator(`a[href^="${pathname}"]`).first().waitFor();
      await judgeIt(settler, "a");
      await two.reload();
      await two.getByText(/Decided: right/i).waitFor();
      expect(await two.getByText("Two people said different things").count()).toBe(0);
      await settler.goto(at("/agreement"));
      await settler.getByText("One and Two").waitFor();
      await expectNothingFromAxe(settler);
      for (const page of [admin, one, two, settler]) await page.context().close();
    });

    it("break no rule of the desk's own policy", () => {
      expect(complaints).toEqual([]);
      expect(desk.errors).toEqual([]);
    });
  });
}
