import { expect, it } from "vitest";
import { attachedInputs } from "../../src/pipeline/input/attached.ts";
import type { FoundInput } from "../../src/pipeline/input/input.ts";

type Piece = { name: string; type?: string; body: string };

/** A message with files attached to it. */
const message = (...attached: Piece[]): string =>
  [
    "From: ada@example.org",
    "Subject: Ponds",
    "MIME-Version: 1.0",
    "Content-Type: multipart/mixed; boundary=b",
    "",
    "--b",
    "Content-Type: text/plain",
    "",
    "Please see the attached.",
    ...attached.flatMap(({ name, type = "application/octet-stream", body }) => [
      "--b",
      `Content-Type: ${type}`,
      `Content-Disposition: attachment; filename="${name}"`,
      "Content-Transfer-Encoding: base64",
      "",
      Buffer.from(body).toString("base64"),
    ]),
    "--b--",
    "",
  ].join("\r\n");

const OPTIONS = { bytes: 2_000, ignore: [], own: [], unpack: true };

async function attachedTo(name: string, words: string) {
  const input: FoundInput = { location: `/in/${name}`, uri: name, name, read: async () => Buffer.from(words) };
  const found = await Array.fromAsync(attachedInputs(input, OPTIONS));
  return Promise.all(
    found.map(async (each) => [
      each.uri,
      "read" in each ? Buffer.from(await each.read()).toString() : each.failure.code,
    ]),
  );
}

it("gives each document attached to a message, with its bytes, and leaves pictures out", async () => {
  const words = message(
    { name: "letter.txt", body: "Dear Ada" },
    { name: "logo.png", type: "image/png", body: "x" },
    { name: "report.pdf", body: "%PDF" },
  );
  expect(await attachedTo("mail.eml", words)).toEqual([
    ["mail.eml/letter.txt", "Dear Ada"],
    ["mail.eml/report.pdf", "%PDF"],
  ]);
});

it("follows a message attached to a message, and not without end", async () => {
  let words = message({ name: "deepest.txt", body: "Dear Ada" });
  for (const name of ["d.eml", "c.eml", "b.eml"]) words = message({ name, body: words });
  const options = { ...OPTIONS, bytes: 1_000_000 };
  const input = { location: "/in/a.eml", uri: "a.eml", name: "a.eml", read: async () => Buffer.from(words) };
  const found = await Array.fromAsync(attachedInputs(input, options));
  expect(found.map((each) => ["failure" in each ? each.failure.code : "read", each.uri])).toEqual([
    ["read", "a.eml/b.eml"],
    ["read", "a.eml/b.eml/c.eml"],
    ["read", "a.eml/b.eml/c.eml/d.eml"],
    ["too-deep", "a.eml/b.eml/c.eml/d.eml/deepest.txt"],
  ]);
});

it("knows two attachments of one name apart, and keeps only the last step of a path", async () => {
  const words = message({ name: "../a.txt", body: "one" }, { name: "a.txt", body: "two" });
  const input: FoundInput = {
    location: "/in/m.eml",
    uri: "m.eml",
    name: "m.eml",
    read: async () => Buffer.from(words),
  };
  const found = await Array.fromAsync(attachedInputs(input, OPTIONS));
  expect(found.map(({ location, name }) => [location, name])).toEqual([
    ["/in/m.eml!/1/a.txt", "a.txt"],
    ["/in/m.eml!/2/a.txt", "a.txt"],
  ]);
});

it("names one that is too large as a failure", async () => {
  const words = message({ name: "a.txt", body: "word ".repeat(1_000) });
  expect(await attachedTo("mail.eml", words)).toEqual([["mail.eml/a.txt", "too-large"]]);
});

it.each([
  ["mail.txt", message({ name: "letter.txt", body: "Dear Ada" })],
  ["mail.eml", "From: ada@example.org\r\n\r\nNothing is attached."],
  ["mail.eml", ""],
])("gives nothing for %s without attachments", async (name, words) => {
  expect(await attachedTo(name, words)).toEqual([]);
});
