import type { Edit } from "./text-edit.ts";

/** A page with more lines drawn than this is a map or a chart. */
const MOST_RULES = 4_000;

/** What the reader asks of pdf.js beyond its own text items, as edits of the worker's text. Written against pdfjs-dist 6.5. */
export const TELLING_EDITS: readonly Edit[] = [
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
