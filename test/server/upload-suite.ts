import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Listening, listen } from "../../src/server/listen.ts";
import type { Upload } from "../../src/server/upload-board.ts";
import type { Store } from "../../src/store/store.ts";
import { letterText, replyText } from "../support/letters.ts";
import { makeArchive } from "../support/make-archive.ts";
import { createVisitor, makeDesk } from "../support/make-desk.ts";

/** What the desk does with documents that are handed in, over any store. */
export function describeUploads(name: string, open: () => Promise<Store>): void {
  let desk: Awaited<ReturnType<typeof makeDesk>>;
  let server: Listening;
  let ada: ReturnType<typeof createVisitor>;
  beforeAll(async () => {
    desk = await makeDesk([], null, await open());
    server = await listen(desk.app, 0);
    ada = createVisitor(desk, "Ada");
  });
  afterAll(async () => {
    await server.close();
    await desk.close();
  });

  const formOf = (files: [name: string, bytes: string | Uint8Array<ArrayBuffer>][]) => {
    const form = new FormData();
    for (const [path, bytes] of files) form.append("file", new Blob([bytes]), path);
    return form;
  };
  const post = (form: FormData | string, headers: Record<string, string> = {}) =>
    desk.app.request("/api/v1/uploads", {
      method: "POST",
      headers: { host: "localhost", origin: "http://localhost", cookie: ada.cookie, ...headers },
      body: form,
    });
  const ended = async (id: string): Promise<Upload> => {
    for (let upload = desk.uploads.find(id)!; ; upload = desk.uploads.find(id)!) {
      if (upload.state === "done" || upload.state === "broken") return upload;
      await desk.uploads.changed(id, AbortSignal.timeout(10_000));
    }
  };
  const uploaded = async (files: Parameters<typeof formOf>[0]): Promise<Upload> => {
    const answer = await post(formOf(files));
    expect(answer.status).toBe(200);
    return ended(((await answer.json()) as Upload).id);
  };

  describe(`${name}: uploads`, () => {
    it("are read by the same rules as on the command line, and linked", async () => {
      const upload = await uploaded([
        ["2024/letter.txt", letterText(4)],
        ["2024/reply.txt", replyText(4)],
      ]);
      expect(upload).toMatchObject({ by: "Ada", state: "done", files: 2, read: 2, failed: 0, problems: [] });
      const { rows } = await ada.json("/documents");
      expect(rows.map((row: { uri: string }) => row.uri)).toEqual(["2024/letter.txt", "2024/reply.txt"]);
      expect((await ada.json("/items?status=replied")).rows.length).toBeGreaterThan(0);
    });

    it("handed in twice are read once", async () => {
      expect(await uploaded([["2024/letter.txt", letterText(4)]])).toMatchObject({ read: 0, unchanged: 1, failed: 0 });
    });

    it("tell how far they are until they have ended", async () => {
      const { id } = (await (await post(formOf([["another.txt", letterText(9)]]))).json()) as Upload;
      const answer = await ada.ask(`/uploads/${id}/events`);
      expect(answer.headers.get("content-type")).toContain("text/event-stream");
      const events = (await answer.text()).trim().split("\n\n");
      const states = events.map((event) => (JSON.parse(event.replace(/^data: /, "")) as Upload).state);
      expect(states.at(-1)).toBe("done");
      expect((await ada.json("/uploads")).rows[0]).toMatchObject({ id, state: "done", read: 1 });
    });

    it.each([
      ["a program", "letter.txt", new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0])],
      ["a picture", "letter.pdf", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0, 0, 0, 1])],
      ["nothing", "letter.txt", ""],
    ])("are looked at before they are kept, whatever they are called: %s", async (_, path, bytes) => {
      const before = await Array.fromAsync(desk.store.ids());
      const upload = await uploaded([[path, bytes]]);
      expect(upload).toMatchObject({ files: 1, read: 0, failed: 1 });
      expect(upload.problems).toHaveLength(1);
      expect(await Array.fromAsync(desk.store.ids())).toEqual(before);
    });

    it("may be archives, whose files are read under their names in them", async () => {
      const archive = makeArchive([
        { name: "in/letter.txt", data: letterText(31) },
        { name: "in/broken.pdf", data: "%PDF-1.7 and no more than that" },
        { name: "in/picture.png", data: Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]) },
      ]);
      const upload = await uploaded([["2025/papers.zip", new Uint8Array(archive)]]);
      expect(upload).toMatchObject({ state: "done", files: 3, read: 1, failed: 2 });
      const uris = (await ada.json("/documents?most=200")).rows.map((row: { uri: string }) => row.uri);
      expect(uris).toContain("2025/papers.zip/in/letter.txt");
      expect(await uploaded([["2025/papers.zip", new Uint8Array(archive)]])).toMatchObject({ read: 0, unchanged: 1 });
    });

    it("may be e-mails, whose attached documents are read too", async () => {
      const message = [
        "From: Ada Thornbury <ada@example.org>",
        "To: Ben Pember <ben@example.org>",
        "Subject: The moorings",
        "Date: Thu, 2 May 2024 10:00:00 +0000",
        "MIME-Version: 1.0",
        'Content-Type: multipart/mixed; boundary="cut"',
        ...["", "--cut", "Content-Type: text/plain; charset=utf-8", "", "Dear Ben, please see the letter."],
        ...["--cut", 'Content-Type: text/plain; name="moorings.txt"'],
        ...['Content-Disposition: attachment; filename="moorings.txt"', "", letterText(32), "--cut--", ""],
      ].join("\r\n");
      expect(await uploaded([["moorings.eml", message]])).toMatchObject({ files: 2, read: 2, failed: 0 });
    });

    it.each([
      ["that unpacks to a hundred times its size", [{ name: "zeros.txt", data: Buffer.alloc(3_000_000, "a") }]],
      ["that holds another", [{ name: "in.zip", data: makeArchive([{ name: "a.txt", data: letterText(33) }]) }]],
      ["that leads elsewhere", [{ name: "../../escaped.txt", data: letterText(34) }]],
      ["with nothing in it", [{ name: "folder/", data: "" }]],
    ])("are left alone where they are an archive %s", async (_, entries) => {
      const before = await Array.fromAsync(desk.store.ids());
      const upload = await uploaded([["trap.zip", new Uint8Array(makeArchive(entries))]]);
      expect(upload).toMatchObject({ state: "done", files: 1, read: 0, failed: 1 });
      expect(upload.problems).toMatchObject([{ name: "trap.zip", message: expect.stringMatching(/archive/) }]);
      expect(await Array.fromAsync(desk.store.ids())).toEqual(before);
    });

    it("that cannot be read are listed, and tried again when asked", async () => {
      const broken = await uploaded([["broken.pdf", "%PDF-1.7 and nothing more"]]);
      expect(broken).toMatchObject({ read: 0, failed: 1 });
      const failures = (await ada.json("/failures")).rows;
      expect(failures.map((failure: { uri: string }) => failure.uri)).toContain("broken.pdf");
      const again = (await (await ada.send("POST", "/failures/retry")).json()) as Upload;
      expect(await ended(again.id)).toMatchObject({ state: "done", files: failures.length, failed: failures.length });
    });

    it("that were taken in before the program ended are read at the next start", async () => {
      const bytes = new TextEncoder().encode(letterText(7));
      const { sha256 } = await import("../../src/records/ids.ts");
      await desk.store.originals.put(sha256(bytes), bytes);
      await desk.store.saveInput(sha256(bytes), { location: "upload:late.txt", uri: "late.txt", name: "late.txt" });
      await desk.uploads.resume();
      expect(await ended(desk.uploads.all()[0]!.id)).toMatchObject({ state: "done", files: 1, read: 1 });
      await desk.uploads.resume();
      expect(desk.uploads.all().filter(({ by }) => by === "the program, going on")).toHaveLength(1);
    });
  });

  describe(`${name}: uploads that should not be`, () => {
    it.each([
      ["../../etc/passwd", "etc/passwd"],
      ["..\\..\\windows\\system.ini", "windows/system.ini"],
      ["/absolute/../path.txt", "absolute/path.txt"],
      ["a\r\nSet-Cookie: x=1.txt", "aSet-Cookie: x=1.txt"],
      ["\u202etxt.exe", "txt.exe"],
      ["<img src=x onerror=hit()>.txt", "<img src=x onerror=hit()>.txt"],
    ])("lead nowhere by their name %j", async (path, uri) => {
      const upload = await uploaded([[path, letterText(20 + path.length)]]);
      expect(upload).toMatchObject({ read: 1 });
      const uris = (await ada.json("/documents?most=200")).rows.map((row: { uri: string }) => row.uri);
      expect(uris).toContain(uri);
      expect(uris.every((each: string) => !each.startsWith("/") && !each.split("/").includes(".."))).toBe(true);
    });

    it.each([
      ["too large", () => post(formOf([["large.txt", "x".repeat(3_100_000)]])), 413],
      ["too many", () => post(formOf(Array.from({ length: 21 }, (_, at) => [`${at}.txt`, "x"]))), 413],
      ["none", () => post(new FormData()), 400],
      ["no form", () => post("--x", { "content-type": "multipart/form-data; boundary=y" }), 400],
      ["JSON", () => post("{}", { "content-type": "application/json" }), 415],
      ["from another site", () => post(formOf([["a.txt", "x"]]), { origin: "https://elsewhere.example" }), 403],
      ["from nobody", () => post(formOf([["a.txt", "x"]]), { cookie: "" }), 401],
    ])("are refused: %s", async (_, send, status) => {
      const answer = await send();
      expect(answer.status).toBe(status);
      expect(answer.headers.get("content-type")).toBe("application/problem+json");
    });

    it("are broken off when they say less than they send", async () => {
      const endless = new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(100_000)) });
      const request = new Request("http://localhost/api/v1/uploads", {
        method: "POST",
        headers: {
          ...{ host: "localhost", origin: "http://localhost", cookie: ada.cookie },
          "content-type": "multipart/form-data; boundary=x",
        },
        body: endless,
        duplex: "half",
      } as RequestInit);
      expect((await desk.app.request(request)).status).toBe(413);
    });

    it.each([
      ["falls silent", () => {}],
      ["drips", (write: () => void) => void setInterval(write, 100).unref()],
    ])("are broken off when the sender %s", async (_, go) => {
      const socket = connect(server.port, "127.0.0.1");
      const head = [
        "POST /api/v1/uploads HTTP/1.1",
        ...["host: localhost", "origin: http://localhost", `cookie: ${ada.cookie}`],
        ...["content-type: multipart/form-data; boundary=x", "content-length: 2000000"],
      ];
      socket.write(`${head.join("\r\n")}\r\n\r\n--x\r\n`);
      go(() => void (socket.destroyed || socket.write("x")));
      const first = await new Promise<string>((resolve, reject) => {
        socket.once("data", (bytes) => resolve(bytes.toString()));
        socket.once("error", reject);
      });
      socket.destroy();
      expect(first).toMatch(/^HTTP\/1\.1 408 /);
    });

    it("leave nothing of ours in the log of mistakes", () => {
      expect(desk.errors).toEqual([]);
    });
  });
}
