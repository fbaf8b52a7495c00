/** One edit of the library's worker: `find` stands there exactly once. */
type Edit = { find: string; put: string };

/** A page with more lines drawn than this is a map or a chart. */
const MOST_RULES = 4_000;

/**
 * What the reader asks of pdf.js beyond its own text items, and two hot spots of its interpreter (design/PERFORMANCE.md),
 * as edits of the worker's text while it is loaded. Written against pdfjs-dist 6.5.
 */
const EDITS: readonly Edit[] = [
  // a prototype chain that grows with every `q` puts the state objects into slow mode
  {
    find: "const clone = Object.assign(Object.create(this), this);",
    put: "const clone = Object.assign(new TextState(), this);",
  },
  // the product of three matrices, of which the innermost is nearly empty, written out: asked for two or three times a glyph
  {
    find: "return Util.transform(textState.ctm, Util.transform(textState.textMatrix, tsm));",
    put: `const c = textState.ctm, m = textState.textMatrix;
      const a = m[0] * tsm[0], b = m[1] * tsm[0], d = m[2] * tsm[3], e = m[3] * tsm[3];
      const x = m[2] * tsm[5] + m[4], y = m[3] * tsm[5] + m[5];
      return [c[0] * a + c[2] * b, c[1] * a + c[3] * b, c[0] * d + c[2] * e, c[1] * d + c[3] * e,
        c[0] * x + c[2] * y + c[4], c[1] * x + c[3] * y + c[5]];`,
  },
  // the font's own name and weight, which the library tells only to those who draw the page
  {
    find: "vertical: font.vertical\n        };",
    put: "vertical: font.vertical, name: font.name, bold: font.bold || font.black, italic: font.italic, mapped: !(font.missingFile && font.composite)\n        };",
  },
  // that a page shows pictures: one without text is a scan then, and not empty
  {
    find: 'if (type.name !== "Form") {\n                emptyXObjectCache',
    put: 'if (type.name !== "Form") {\n                const k = textState.ctm;\n                textContent.items.push({ type: "picture", box: [k[4], k[5], k[4] + k[0] + k[2], k[5] + k[1] + k[3]] });\n                emptyXObjectCache',
  },
  // lines and frames that are drawn: what tables and boxes are told by; white paint is no frame
  {
    find: "const showSpacedTextBuffer = [];",
    put: "const showSpacedTextBuffer = [], paths = [];\n    let pen = null, ruled = 0;",
  },
  {
    find: "switch (fn | 0) {\n          case OPS.setFont:\n            const fontNameArg",
    put: `switch (fn | 0) {
          case OPS.setFillGray: case OPS.setFillRGBColor: case OPS.setFillColor: case OPS.setFillColorN:
            textState.white = args.every(each => each === 1);
            break;
          case OPS.setFillCMYKColor:
            textState.white = args.every(each => each === 0);
            break;
          case OPS.rectangle:
            paths.push([args[0], args[1], args[0] + args[2], args[1] + args[3]]);
            break;
          case OPS.moveTo:
            pen = [args[0], args[1]];
            break;
          case OPS.lineTo:
            if (pen) paths.push([...pen, args[0], args[1]]);
            pen = [args[0], args[1]];
            break;
          case OPS.curveTo:
            if (pen) paths.push([...pen, args[4], args[5]]);
            pen = [args[4], args[5]];
            break;
          case OPS.endInlineImage: {
            const k = textState.ctm;
            textContent.items.push({ type: "picture", box: [k[4], k[5], k[4] + k[0] + k[2], k[5] + k[1] + k[3]] });
            break;
          }
          case OPS.endPath:
            paths.length = 0;
            break;
          case OPS.fill: case OPS.eoFill: case OPS.stroke: case OPS.closeStroke: case OPS.fillStroke:
          case OPS.eoFillStroke: case OPS.closeFillStroke: case OPS.closeEOFillStroke: {
            const unseen = textState.white && (fn === OPS.fill || fn === OPS.eoFill);
            const c = textState.ctm;
            for (const [x, y, u, v] of paths) {
              if (unseen || ruled++ > ${MOST_RULES}) break;
              textContent.items.push({ type: "rule", box: [c[0] * x + c[2] * y + c[4], c[1] * x + c[3] * y + c[5],
                c[0] * u + c[2] * v + c[4], c[1] * u + c[3] * v + c[5]] });
            }
            paths.length = 0;
            break;
          }
          case OPS.setFont:
            const fontNameArg`,
  },
  // each piece of text goes over as it is (see LIBRARY_EDITS), and is not written to again
  { find: "sink.enqueue(textContent, length);", put: "sink.enqueue({ ...textContent }, length);" },
  // where each character stands: the left edges, as distances from the item's left edge
  {
    find: "      hasEOL: false\n    };\n    const twoLastChars",
    put: "      hasEOL: false,\n      edges: [],\n      lastEnd: 0\n    };\n    const twoLastChars",
  },
  {
    find: "textContentItem.width = textContentItem.totalWidth = 0;",
    put: "textContentItem.width = textContentItem.totalWidth = textContentItem.lastEnd = 0;",
  },
  {
    find: 'textChunk.str.push(" ");\n          intersector?.addExtraChar(" ");',
    put: 'textChunk.str.push(" ");\n          textChunk.edges.push(textChunk.lastEnd);',
  },
  {
    find: "textChunk.str.push(glyphUnicode);",
    put: `textChunk.str.push(glyphUnicode);
          const end = textChunk.totalWidth + textChunk.width * textChunk.textAdvanceScale;
          const start = end - scaledDim * textChunk.textAdvanceScale;
          for (let k = 0; k < glyphUnicode.length; k++) textChunk.edges.push(start + ((end - start) * k) / glyphUnicode.length);
          textChunk.lastEnd = end;`,
  },
  {
    find: 'textContentItem.str.push(" ");',
    put: 'textContentItem.str.push(" ");\n          textContentItem.edges.push(textContentItem.lastEnd);',
  },
  {
    find: "hasEOL: textChunk.hasEOL\n      };",
    put: "hasEOL: textChunk.hasEOL,\n        edges: textChunk.edges\n      };",
  },
  {
    find: "textContentItem.str.length = 0;\n    }",
    put: "textContentItem.str.length = 0;\n      textContentItem.edges = [];\n    }",
  },
];

/** The library's other half runs in the same thread: text need not be copied on its way over. */
const LIBRARY_EDITS: readonly Edit[] = [
  { find: "data: structuredClone(obj, transfer", put: "data: obj?.chunk?.items ? obj : structuredClone(obj, transfer" },
];

/** The worker's text with all edits made, or null where one of them no longer fits: the reader then works without. */
export const patchWorker = (source: string): string | null => withEdits(source, EDITS);

/** The same for the half of the library that the reader calls. */
export const patchLibrary = (source: string): string | null => withEdits(source, LIBRARY_EDITS);

function withEdits(source: string, edits: readonly Edit[]): string | null {
  const places = edits.map((edit) => ({ ...edit, at: source.indexOf(edit.find) })).sort((a, b) => a.at - b.at);
  if (places.some(({ find, at }) => at < 0 || source.indexOf(find, at + 1) >= 0)) return null;
  let done = 0;
  const pieces = places.flatMap(({ find, put, at }) => {
    const before = source.slice(done, at);
    done = at + find.length;
    return [before, put];
  });
  return pieces.join("") + source.slice(done);
}
