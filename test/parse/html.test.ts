import { describe, expect, it } from "vitest";
import { outline, read } from "../support/read.ts";

const page = (body: string, head = ""): string =>
  `<!DOCTYPE html><html><head>${head}</head><body>${body}</body></html>`;
const blocksOf = async (body: string): Promise<string[]> => outline(await read("page.html", page(body)));

const PROSE =
  "<p>The Board was told in May that the slipway would be closed for a month, and it has been closed for six.</p>";

describe("content and furniture", () => {
  const article = `<h2>Letter to the Harbour Board</h2><p>Dear Board</p>${PROSE}${PROSE}`;
  const expected = ["title The slipway", "heading Letter to the Harbour Board", "paragraph Dear Board"];

  it.each([
    [
      "an article in a main element",
      `<main><h1>The slipway</h1><div class="key-info"><p>Publication type: General</p></div><article>${article}</article><section class="x"><h2>Tell us</h2><p>Will you take our survey?</p></section></main>`,
    ],
    ["a main element alone", `<main><h1>The slipway</h1>${article}</main>`],
    ["a heading outside the content", `<div class="hero"><h1>The slipway</h1></div><main>${article}</main>`],
    [
      "nothing but divs",
      `<div class="a"><div class="b"><ul><li><a href="/x">Home</a></li><li><a href="/y">News</a></li></ul></div><div class="c"><h1>The slipway</h1>${article}</div></div>`,
    ],
  ])("finds the content of a page with %s", async (_, body) => {
    const blocks = await blocksOf(
      `<header><p>Will you accept cookies?</p></header><nav><ul><li>Menu</li></ul></nav>${body}<footer><p>Please write to us.</p></footer>`,
    );
    expect(blocks.slice(0, 3)).toEqual(expected);
    expect(blocks.join()).not.toMatch(/cookies|Menu|write to us|survey|Publication type/);
  });

  it.each([
    ["list", "ol", (words: string) => `<li>${words}</li>`],
    ["table", "table", (words: string) => `<tr><td>${words}</td></tr>`],
  ])("keeps the few words that lead in a long %s", async (_, element, entry) => {
    const entries = Array.from({ length: 60 }, (_, at) => entry(`mends lamp ${at + 1} by May`)).join("");
    const blocks = await blocksOf(
      `<p>We recommend that the Board:</p><${element}>${entries}</${element}><p>Ada Moss</p>`,
    );
    expect(blocks).toHaveLength(62);
    expect(blocks[0]).toContain("We recommend that the Board:");
    expect(blocks.at(-1)).toContain("Ada Moss");
  });

  it.each([
    '<div class="share-buttons"><p>Will you share this?</p></div>',
    "<div hidden><p>Will you share this?</p></div>",
    '<div style="display: none"><p>Will you share this?</p></div>',
    '<p aria-hidden="true">Will you share this?</p>',
    '<aside role="complementary"><p>Will you share this?</p></aside>',
    "<form><label>Will you share this?</label></form>",
    '<p><img src="a.png" alt="Will you share this?"></p>',
    '<script>var question = "Will you share this?"</script>',
    '<p><a href="#top">Back to top: will you share this?</a></p>',
    "<section><h2>Related documents</h2><p>Will you share this?</p></section>",
  ])("leaves out %s", async (furniture) => {
    expect((await blocksOf(`<main><h1>The slipway</h1>${article}${furniture}</main>`)).join()).not.toContain(
      "share this",
    );
  });

  it("keeps the headings right above the content", async () => {
    const list = `<ul>${"<li><p>The slipway is under water at spring tides, and nobody has said so.</p></li>".repeat(9)}</ul>`;
    const blocks = await blocksOf(
      `<div>Give us your money</div><h1>The slipway</h1><h2>Wednesday, 10 April 2019</h2>${list}`,
    );
    expect(blocks.slice(0, 2)).toEqual(["title The slipway", "heading Wednesday, 10 April 2019"]);
    expect(blocks.join()).not.toContain("money");
  });

  it("reads the whole page rather than an article that holds a small part of it", async () => {
    const blocks = await blocksOf(
      `<main><article><p>A teaser of the next letter.</p></article>${PROSE.repeat(5)}</main>`,
    );
    expect(blocks.filter((block) => block.includes("slipway"))).toHaveLength(5);
  });

  it.each([
    ["The slipway | Harbour Board", "The slipway"],
    ["The slipway | Letters | Harbour Board", "The slipway | Letters"],
    ["The slipway - a letter", "The slipway - a letter"],
  ])("takes the site's name off the title %j in the page's head", async (head, title) => {
    expect((await read("a.html", page(PROSE, `<title>${head}</title>`))).title).toBe(title);
  });

  it("keeps sentences that stand in no paragraph beside others that do", async () => {
    const said = "<div>The slipway is shut, and nobody says why.</div>".repeat(4);
    const blocks = await blocksOf(`<div>${said}</div><blockquote>${PROSE}</blockquote>`);
    expect(blocks.filter((block) => block.includes("nobody says why"))).toHaveLength(4);
  });

  it("keeps what the page says of itself", async () => {
    const head =
      '<title>The slipway | Port</title><meta property="og:site_name" content="Port"><meta name="author" content="A Brill">';
    const { title, metadata } = await read(
      "a.html",
      page(`${PROSE}<p><time datetime="2024-03-01">1 March</time></p>`, head),
    );
    expect(title).toBe("The slipway");
    expect(metadata).toMatchObject({ author: "A Brill", site: "Port", published: "2024-03-01" });
  });
});

describe("blocks", () => {
  it.each<[string, string, string[]]>([
    [
      "words with entities and odd spaces",
      "<p>at&nbsp;least &pound;5 &amp;\n  more</p>",
      ["paragraph at least £5 & more"],
    ],
    ["line breaks", "<p>Ada Brill<br>Secretary</p>", ["paragraph Ada Brill\nSecretary"]],
    [
      "line breaks that a mail program made in running text",
      "<p>The wardens look after the ponds from dawn until<br>dusk, and on Sundays until nine. They have asked<br>for a boat, which the Board will buy in May.</p>",
      [
        "paragraph The wardens look after the ponds from dawn until dusk, and on Sundays until nine. They have asked for a boat, which the Board will buy in May.",
      ],
    ],
    [
      "line breaks that somebody meant, however long the lines",
      "<p>Ada Moss, Chief Executive of the Ponds and Lifts Board<br>Tom Reed, Commissioner for all of the Northern Ponds</p>",
      [
        "paragraph Ada Moss, Chief Executive of the Ponds and Lifts Board\nTom Reed, Commissioner for all of the Northern Ponds",
      ],
    ],
    [
      "line breaks before labels in broken text",
      "<p>The Board told the wardens to bring a plan of the pond to it; and<br>(b) thanked all of them for what was done in the cold of winter.</p>",
      [
        "paragraph The Board told the wardens to bring a plan of the pond to it; and\n(b) thanked all of them for what was done in the cold of winter.",
      ],
    ],
    ["two line breaks", "<p>One of them.<br><br>The other.</p>", ["paragraph One of them.", "paragraph The other."]],
    [
      "counted lists",
      '<ol start="3"><li>a</li><li value="7">b</li><li>c</li></ol>',
      ["list-item [3.] a", "list-item [7.] b", "list-item [8.] c"],
    ],
    [
      "lettered lists",
      '<ol type="a"><li><p>a</p><p>more</p></li><li>b</li></ol>',
      ["list-item [a.] a", "list-item more", "list-item [b.] b"],
    ],
    [
      "roman and reversed lists",
      '<ol type="i" reversed><li>x</li><li>y</li></ol>',
      ["list-item [ii.] x", "list-item [i.] y"],
    ],
    ["typed bullets", "<p>• first</p><p>• second</p>", ["list-item first", "list-item second"]],
    [
      "typed labels on lines of one paragraph",
      "<p>(a) the wells<br>(b) the visits</p>",
      ["list-item (a) the wells", "list-item (b) the visits"],
    ],
    [
      "bullets of Word",
      "<p><span style='mso-list:Ignore'>·<span>&nbsp; </span></span>a map</p><p><span style='mso-list:Ignore'>o<span>&nbsp;</span></span>a date</p>",
      ["list-item a map", "list-item a date"],
    ],
    [
      "numbers of Word",
      "<p><span style='mso-list:Ignore'>2.<span>&nbsp; </span></span>a map</p>",
      ["paragraph 2. a map"],
    ],
    ["preformatted text", "<pre>Dear Board\n\nWe ask when.</pre>", ["paragraph Dear Board", "paragraph We ask when."]],
  ])("%s", async (_, body, expected) => {
    expect(await blocksOf(body)).toEqual(expected);
  });

  it("depth of nested lists is their level", async () => {
    const { blocks } = await read("a.html", page("<ul><li>a<ol><li>b</li></ol></li><li>c</li></ul>"));
    expect(blocks.map(({ level, group }) => [level, group])).toEqual([
      [1, 0],
      [2, 0],
      [1, 0],
    ]);
  });

  it.each([
    ['<div class="recommendation-box"><h3>Recommendation 2</h3><p>Buy it.</p></div>', "box"],
    ['<div style="border: 1px solid #000"><h3>Recommendation 2</h3><p>Buy it.</p></div>', "box"],
    ["<table><tr><td><h3>Recommendation 2</h3><p>Buy it.</p></td></tr></table>", "box"],
    ["<blockquote><h3>Recommendation 2</h3><p>Buy it.</p></blockquote>", "quotation"],
  ])("%s is one %s", async (body, kind) => {
    const { blocks } = await read("a.html", page(`${PROSE}${body}${PROSE}`));
    expect(blocks.map(({ groupKind }) => groupKind)).toEqual([null, kind, kind, null]);
    expect(blocks[1]!.group).toBe(blocks[2]!.group);
  });

  it.each(["<table><tr><td>", "<table><tr><td>Port Office</td><td>", '<div class="content-box">'])(
    "a frame around the whole page is no box: %s",
    async (frame) => {
      const { blocks } = await read("a.html", page(`${frame}<p>Dear Board</p>${PROSE}<ul><li>a map</li></ul>`));
      expect(blocks.slice(-3).map(({ kind, groupKind }) => [kind, groupKind])).toEqual([
        ["paragraph", null],
        ["paragraph", null],
        ["list-item", "list"],
      ]);
    },
  );

  it("bold cut into pieces is one bold paragraph", async () => {
    const { blocks, marks } = await read("a.html", page("<p><strong>Will you</strong><strong> buy it?</strong></p>"));
    expect(blocks[0]!.bold).toBe(true);
    expect(marks).toEqual([{ kind: "bold", start: 0, end: 16, target: null }]);
  });
});

describe("notes", () => {
  it("marks are no text, and notes are blocks of their own without their number", async () => {
    const body =
      '<p>So it was said.<sup><a href="#fn1">[1]</a></sup> And done.</p><p>Yours, Ada</p><p id="fn1">[1] Minutes, page 4 <a href="#ref1">↩</a></p><h2>Reply</h2><p>No.</p>';
    const document = await read("a.html", page(body));
    expect(outline(document)).toEqual([
      "paragraph So it was said. And done.",
      "paragraph Yours, Ada",
      "note [1] Minutes, page 4",
      "heading Reply",
      "paragraph No.",
    ]);
    expect(document.marks.filter(({ kind }) => kind === "note-mark")).toEqual([
      { kind: "note-mark", start: 15, end: 15, target: "1" },
    ]);
  });

  it.each([
    [
      "Word",
      '<a href="#_ftn1" name="_ftnref1"><sup>[1]</sup></a>',
      '<div><div id="ftn1"><p><a href="#_ftnref1" name="_ftn1">[1]</a> Minutes, page 4</p></div></div>',
    ],
    [
      "govspeak",
      '<sup id="fnref:1"><a href="#fn:1" role="doc-noteref">[footnote 1]</a></sup>',
      '<div role="doc-endnotes"><ol><li id="fn:1"><p>Minutes, page 4 <a href="#fnref:1">↩</a></p></li></ol></div>',
    ],
  ])("as %s makes them are known", async (_, mark, note) => {
    const document = await read("a.html", page(`<p>So it was said.${mark}</p>${note}`));
    expect(outline(document)).toEqual(["paragraph So it was said.", "note [1] Minutes, page 4"]);
  });

  it.each(["the area of 4 km<sup>2</sup>", "on the 1<sup>st</sup> of May", "In July [2021] it was"])(
    "%s is text",
    async (words) => {
      expect((await read("a.html", page(`<p>${words}</p>`))).text).toBe(words.replace(/<.*?>/g, ""));
    },
  );
});

it("places the cells beside one that stands in several rows, and says in how many it stands", async () => {
  const table =
    "<table><tr><th>No.</th><th>Point</th><th>Answer</th></tr>" +
    "<tr><td rowspan='2'>1</td><td>Ponds</td><td rowspan='9'>Both</td></tr><tr><td>Newts</td></tr></table>";
  const { blocks, text } = await read("page.html", page(`${PROSE}${table}`));
  const cells = blocks.filter(({ cell }) => cell && cell.row > 0);
  expect(cells.map(({ cell, start, end }) => [text.slice(start, end), cell])).toEqual([
    ["1", { row: 1, column: 0, header: false, rows: 2 }],
    ["Ponds", { row: 1, column: 1, header: false }],
    ["Both", { row: 1, column: 2, header: false, rows: 2 }],
    ["Newts", { row: 2, column: 1, header: false }],
  ]);
});
