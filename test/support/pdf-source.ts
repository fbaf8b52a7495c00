/** A page of a made PDF: its content stream in pieces, and how it is shown. Sizes in points; A4 where none is given. */
export type PageSource = {
  content: readonly string[];
  /** The content stream as deflated bytes, in place of `content`. */
  packed?: Uint8Array;
  width?: number;
  height?: number;
  rotate?: 0 | 90 | 180 | 270;
  cropBox?: readonly [number, number, number, number];
};

/** A structure element of a made PDF: its type, and the marked content (page index, number) that it holds, in reading order. */
export type ElementSource = { role: string; content: readonly (readonly [page: number, mcid: number])[] };

/** A map to Unicode: "@" for a zero-width space, 0x95 for a bullet, all other letters as they are. */
const TO_UNICODE = `/CIDInit /ProcSet findresource begin begincmap
1 begincodespacerange <00> <FF> endcodespacerange
4 beginbfrange <20> <3F> <0020> <40> <40> <200B> <41> <7E> <0041> <95> <95> <2022> endbfrange
endcmap end`;

/** Fonts by the name that content streams use: roman, bold, oblique, one with a map to Unicode, and one that says nothing of its letters. */
const FONTS = {
  F1: "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
  F2: "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
  F3: "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Oblique /Encoding /WinAnsiEncoding >>",
  F4: "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding /ToUnicode 3 0 R >>",
  F9: "<< /Type /Font /Subtype /Type0 /BaseFont /Nameless /Encoding /Identity-H /DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Nameless /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 500 >>] >>",
};

/** Letters at a place (points from the bottom left, as PDF counts). Characters beyond Latin-1 are written as octal of WinAnsi by the caller. */
export function write(
  x: number,
  y: number,
  text: string,
  { size = 11, font = "F1" }: { size?: number; font?: string } = {},
): string {
  return `BT /${font} ${size} Tf 1 0 0 1 ${x} ${y} Tm (${text.replace(/[()]/g, "\\$&")}) Tj ET`;
}

/** Lines one under the other, from a place down. */
export function lines(
  x: number,
  y: number,
  texts: readonly string[],
  style: { size?: number; font?: string; pitch?: number } = {},
): string {
  const { pitch = 1.25 * (style.size ?? 11) } = style;
  return texts.map((text, index) => write(x, y - index * pitch, text, style)).join("\n");
}

/** Content marked for the structure tree. */
export const marked = (role: string, mcid: number, content: string): string =>
  `/${role} << /MCID ${mcid} >> BDC\n${content}\nEMC`;

/**
 * The bytes of a PDF. With `elements` it is tagged; `suspects` says of the tags that they may be wrong. Objects are written plainly, so
 * that a reader of the test can follow them.
 */
export function makePdf(
  pages: readonly PageSource[],
  elements?: readonly ElementSource[],
  { suspects = false } = {},
): Uint8Array {
  const objects: string[] = ["", "", `<< /Length ${TO_UNICODE.length} >>\nstream\n${TO_UNICODE}\nendstream`];
  const add = (body: string): number => objects.push(body);
  const fonts = Object.entries(FONTS).map(([name, body]) => `/${name} ${add(body)} 0 R`);
  const pageNumbers = pages.map(({ content, packed, width = 595, height = 842, rotate = 0, cropBox }, index) => {
    const stream = packed ? Buffer.from(packed).toString("latin1") : content.join("\n");
    const crop = cropBox ? `/CropBox [${cropBox.join(" ")}]` : "";
    const contents = add(
      `<< /Length ${stream.length} ${packed ? "/Filter /FlateDecode" : ""} >>\nstream\n${stream}\nendstream`,
    );
    return add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] ${crop} /Rotate ${rotate} /StructParents ${index} /Contents ${contents} 0 R /Resources << /Font << ${fonts.join(" ")} >> >> >>`,
    );
  });
  objects[1] = `<< /Type /Pages /Kids [${pageNumbers.map((each) => `${each} 0 R`).join(" ")}] /Count ${pages.length} >>`;
  const tags = elements
    ? `/MarkInfo << /Marked true /Suspects ${suspects} >> /StructTreeRoot ${addTree(add, objects, pageNumbers, elements)} 0 R`
    : "";
  objects[0] = `<< /Type /Catalog /Pages 2 0 R ${tags} >>`;
  return written(objects);
}

function addTree(
  add: (body: string) => number,
  objects: string[],
  pages: readonly number[],
  elements: readonly ElementSource[],
): number {
  const root = add("");
  const document = add("");
  const parents = pages.map((): string[] => []);
  const kids = elements.map(({ role, content }) => {
    const kid = add(
      `<< /Type /StructElem /S /${role} /P ${document} 0 R /K [${content.map(([page, mcid]) => `<< /Type /MCR /Pg ${pages[page]} 0 R /MCID ${mcid} >>`).join(" ")}] >>`,
    );
    for (const [page, mcid] of content) parents[page]![mcid] = `${kid} 0 R`;
    return `${kid} 0 R`;
  });
  objects[document - 1] = `<< /Type /StructElem /S /Document /P ${root} 0 R /K [${kids.join(" ")}] >>`;
  const nums = parents
    .map((list, page) => `${page} [${Array.from(list, (each) => each ?? "null").join(" ")}]`)
    .join(" ");
  objects[root - 1] = `<< /Type /StructTreeRoot /K [${document} 0 R] /ParentTree << /Nums [${nums}] >> >>`;
  return root;
}

/** The bytes of a PDF of these objects, the first of which is number 1; `trailer` as it is written. */
export function written(objects: readonly string[], trailer = "/Root 1 0 R"): Uint8Array {
  let out = "%PDF-1.7\n";
  const offsets = objects.map((body, index) => {
    const at = out.length;
    out += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return at;
  });
  const table = offsets.map((at) => `${String(at).padStart(10, "0")} 00000 n \n`).join("");
  out += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} ${trailer} >>\nstartxref\n${out.length}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(out, "latin1"));
}
