import { once } from "node:events";
import { createServer } from "node:net";
import { join } from "node:path";
import { expect, it } from "vitest";
import { createAccounts } from "../../src/server/accounts.ts";
import { openSqliteStore } from "../../src/store/sqlite.ts";
import { runCli, startCli, temporaryFolder } from "../support/run-cli.ts";

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Starts the desk, gives its first line when it is there, and ends it as a system would. */
async function withDesk(folder: string, args: string[], work: (line: string, at: string) => Promise<void>) {
  const port = await freePort();
  const child = startCli(["serve", "--port", String(port), ...args], folder);
  const [line] = (await once(child.stdout!, "data")) as [Buffer];
  await work(line.toString(), `http://127.0.0.1:${port}`);
  child.kill("SIGTERM");
  const [code] = await once(child, "close");
  expect(code).toBe(0);
}

it("opens the desk by a link for whoever started it, and by a password once there are accounts", async () => {
  const folder = temporaryFolder("serve");
  await runCli(["store", "migrate"], folder);
  await withDesk(folder, ["--name", "Ada"], async (line, at) => {
    const link = /http:\S+/.exec(line)![0];
    const started = await fetch(link, { redirect: "manual" });
    expect(started.status).toBe(303);
    const cookie = started.headers.get("set-cookie")!.split(";")[0]!;
    expect(await (await fetch(`${at}/api/v1/session`, { headers: { cookie } })).json()).toMatchObject({ name: "Ada" });
    expect(await (await fetch(at)).text()).toContain('<div id="desk">');
  });

  const { out } = await runCli(["user", "add", "Ada", "--role", "admin"], folder);
  const store = await openSqliteStore(join(folder, "answerable.db"));
  await createAccounts(store.accounts).accept(/#(\S+)/.exec(out)![1]!, "four words in a row");
  await store.close();
  await withDesk(folder, ["--address", "https://desk.example.org"], async (line, at) => {
    expect(line).toContain("https://desk.example.org");
    const signIn = await fetch(`${at}/api/v1/sign-in`, {
      method: "POST",
      headers: { origin: at, "content-type": "application/json" },
      body: JSON.stringify({ name: "ada", password: "four words in a row" }),
    });
    expect(signIn.status).toBe(200);
    expect(signIn.headers.get("set-cookie")).toMatch(/Secure/);
    expect(signIn.headers.get("strict-transport-security")).toContain("max-age");
  });
});
