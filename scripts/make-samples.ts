/**
 * Makes the PDF and DOCX samples from their sources in test/corpus/sources. Only needed when a source changes: what
 * is committed under samples/ and test/corpus/ is what counts.
 *
 *   node scripts/make-samples.ts [NAME…]
 *
 * NAME.html becomes a PDF by headless Chromium (`CHROMIUM` names the program); its <meta> elements say where it goes:
 *   output  the path of the PDF
 *   tagged  "no" for a PDF without a structure tree
 *   scan    "yes" for pages that are pictures, with no text layer (one <section class="page"> each)
 * NAME.docx is a folder with the parts of a DOCX, zipped by `zip` to the path that its file `output` holds.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";

const SOURCES = "test/corpus/sources";
/** A4 at 150 dots to the inch. */
const SCAN = { width: 1240, height: 1754 };

const meta = (html: string, name: string) => new RegExp(`<meta name="${name}" content="([^"]*)"`).exec(html)?.[1];

function chromium(options: string[], page: string) {
  execFileSync(
    process.env.CHROMIUM ?? "chromium",
    ["--headless", "--no-sandbox", "--disable-gpu", ...options, `file://${resolve(page)}`],
    { stdio: "ignore" },
  );
}

function print(page: string, output: string, tagged: boolean) {
  const tags = tagged ? [] : ["--disable-pdf-tagging"];
  chromium([...tags, "--no-pdf-header-footer", `--print-to-pdf=${resolve(output)}`], page);
}

/** Takes a picture of each page and prints the pictures. */
function scan(html: string, output: string) {
  const folder = mkdtempSync(join(tmpdir(), "scan-"));
  const pages = html.match(/<section class="page"[\s\S]*?<\/section>/g) ?? [];
  const pictures = pages.map((page, index) => {
    const one = join(folder, `${index}.html`);
    const picture = join(folder, `${index}.png`);
    writeFileSync(one, html.replace(/<body>[\s\S]*<\/body>/, `<body>${page}</body>`));
    chromium([`--screenshot=${picture}`, `--window-size=${SCAN.width},${SCAN.height}`], one);
    return `<img src="${picture}" style="width:210mm;height:296.9mm;display:block">`;
  });
  const wrapped = join(folder, "scan.html");
  writeFileSync(wrapped, `<style>@page{size:A4;margin:0}body{margin:0}</style>${pictures.join("")}`);
  print(wrapped, output, false);
  rmSync(folder, { recursive: true });
}

function makePdf(source: string) {
  const html = readFileSync(source, "utf8");
  const output = meta(html, "output");
  if (!output) throw new Error(`${source} names no output`);
  mkdirSync(dirname(output), { recursive: true });
  if (meta(html, "scan") === "yes") scan(html, output);
  else print(source, output, meta(html, "tagged") !== "no");
  return output;
}

function makeDocx(folder: string) {
  const output = readFileSync(join(folder, "output"), "utf8").trim();
  mkdirSync(dirname(output), { recursive: true });
  rmSync(output, { force: true });
  execFileSync("zip", ["-q", "-X", "-r", resolve(output), "[Content_Types].xml", "_rels", "word"], { cwd: folder });
  return output;
}

const wanted = process.argv.slice(2);
for (const name of readdirSync(SOURCES).sort()) {
  if (wanted.length > 0 && !wanted.some((part) => name.startsWith(part))) continue;
  const source = join(SOURCES, name);
  if (name.endsWith(".html")) console.log(makePdf(source));
  if (name.endsWith(".docx")) console.log(makeDocx(source));
}
