import type { Edit } from "./text-edit.ts";
import { STRUCTURE_EDITS } from "./worker-structure.ts";

/** A stream that unpacks to more bytes than this is left to the library, which unpacks as far as it reads. */
const MOST_UNPACKED = 2 ** 28;

/** Streams are unpacked at once and by Node's own code: handing each to another thread costs more than unpacking it. */
const UNPACKING: readonly Edit[] = [
  {
    find: "const {\n        readable,\n        writable\n      } = new DecompressionStream(name);",
    put: `if (name === "deflate") {
        const { inflateSync } = process.getBuiltinModule("node:zlib");
        const chunkSize = Math.max(16_384, 5 * bytes.length);
        const options = { chunkSize, maxOutputLength: ${MOST_UNPACKED} };
        return { decompressed: new Uint8Array(inflateSync(bytes, options)), compressed: bytes };
      }
      const { readable, writable } = new DecompressionStream(name);`,
  },
];

/** Letters are placed without a matrix made anew for each. */
const LETTERS: readonly Edit[] = [
  // a prototype chain that grows with every `q` puts the state objects into slow mode
  {
    find: "const clone = Object.assign(Object.create(this), this);",
    put: "const clone = Object.assign(new TextState(), this);",
  },
  // the product of three matrices, of which the innermost is nearly empty, written out: asked for two or three times a glyph
  {
    find: "function getCurrentTextTransform() {\n      const font = textState.font;\n      const tsm = [textState.fontSize * textState.textHScale, 0, 0, textState.fontSize, 0, textState.textRise];",
    put: `const here = [0, 0, 0, 0, 0, 0], there = [0, 0, 0, 0, 0, 0];
    function getCurrentTextTransform(out = [0, 0, 0, 0, 0, 0]) {
      const font = textState.font;
      const wide = textState.fontSize * textState.textHScale;
      let high = textState.fontSize;`,
  },
  { find: "tsm[3] *= glyphHeight * textState.fontMatrix[3];", put: "high *= glyphHeight * textState.fontMatrix[3];" },
  {
    find: "return Util.transform(textState.ctm, Util.transform(textState.textMatrix, tsm));",
    put: `const c = textState.ctm, m = textState.textMatrix, rise = textState.textRise;
      const a = m[0] * wide, b = m[1] * wide, d = m[2] * high, e = m[3] * high;
      const x = m[2] * rise + m[4], y = m[3] * rise + m[5];
      out[0] = c[0] * a + c[2] * b;
      out[1] = c[1] * a + c[3] * b;
      out[2] = c[0] * d + c[2] * e;
      out[3] = c[1] * d + c[3] * e;
      out[4] = c[0] * x + c[2] * y + c[4];
      out[5] = c[1] * x + c[3] * y + c[5];
      return out;`,
  },
  // a letter begins where the one before it ended, unless something came between
  {
    find: "function compareWithLastPosition(glyphWidth) {\n      const currentTransform = getCurrentTextTransform();",
    put: "function compareWithLastPosition(glyphWidth, reached = null) {\n      const currentTransform = reached ?? getCurrentTextTransform(here);",
  },
  {
    find: "const scale = textState.fontMatrix[0] * textState.fontSize;\n      for (let i = 0, ii = glyphs.length; i < ii; i++) {\n        const glyph = glyphs[i];\n        const {\n          category\n        } = glyph;",
    put: "const scale = textState.fontMatrix[0] * textState.fontSize;\n      let reached = null;\n      for (let i = 0, ii = glyphs.length; i < ii; i++) {\n        const glyph = glyphs[i];\n        const category = glyph.category;\n        const before = reached;\n        reached = null;",
  },
  {
    find: "!category.isZeroWidthDiacritic && !compareWithLastPosition(scaledDim)",
    put: "!category.isZeroWidthDiacritic && !compareWithLastPosition(scaledDim, before)",
  },
  {
    find: "textChunk.prevTransform = getCurrentTextTransform();\n          textChunk.prevTextRise = textState.textRise;",
    put: "textChunk.prevTransform = getCurrentTextTransform(there);\n          if (!charSpacing) reached = textChunk.prevTransform;\n          textChunk.prevTextRise = textState.textRise;",
  },
];

/** A command that was read before is known by its bytes. Only whole ones are kept: "Qq" is two, and where an image begins is noted. */
const COMMANDS: readonly Edit[] = [
  {
    find: "let str = String.fromCharCode(ch);\n    if (ch < 0x20 || ch > 0x7f) {\n      const nextCh = this.peekChar();",
    put: `let key = -1;
    const { bytes, pos: from, end } = this.stream;
    if (bytes && this.knownCommands) {
      let at = from;
      key = ch;
      while (at < end && at < from + 3 && !specialChars[bytes[at]]) key = (key << 8) | bytes[at++];
      const known = at < end && specialChars[bytes[at]] ? COMMANDS_BY_BYTES.get(key) : undefined;
      if (known) {
        this.currentChar = bytes[at];
        this.stream.pos = at + 1;
        return known;
      }
      if (at >= end || !specialChars[bytes[at]]) key = -1;
    }
    let str = String.fromCharCode(ch);
    if (ch < 0x20 || ch > 0x7f) {
      key = -1;
      const nextCh = this.peekChar();`,
  },
  {
    find: "this.beginInlineImagePos = this.stream.pos;\n    }\n    return Cmd.get(str);",
    put: `this.beginInlineImagePos = this.stream.pos;
      key = -1;
    }
    const read = Cmd.get(str);
    if (key !== -1 && specialChars[this.currentChar] && knownCommandFound) COMMANDS_BY_BYTES.set(key, read);
    return read;`,
  },
  { find: "class Lexer {\n", put: "const COMMANDS_BY_BYTES = new Map();\nclass Lexer {\n" },
];

/** What letters a string draws is kept for short ones, which come again, and for so many: the library keeps all there are in a file. */
const KEPT_LENGTH = 8;
const MOST_KEPT = 5_000;
const GLYPHS: readonly Edit[] = [
  {
    find: "let glyphs = this.#charsCache.get(chars);",
    put: `let glyphs = chars.length > ${KEPT_LENGTH} ? undefined : this.#charsCache.get(chars);`,
  },
  {
    find: "this.#charsCache.set(chars, glyphs);",
    put: `if (chars.length > ${KEPT_LENGTH}) return glyphs;
    if (this.#charsCache.size > ${MOST_KEPT}) this.#charsCache.clear();
    this.#charsCache.set(chars, glyphs);`,
  },
];

/** A font that the page has used before is taken up without waiting for it. */
const FONTS: readonly Edit[] = [
  { find: "let twoLastCharsPos = 0;", put: "let twoLastCharsPos = 0;\n    const knownFonts = new Map();" },
  {
    find: "const translated = await self.loadFont(fontName, fontRef, resources, task, null, null, seenRefs);",
    put: `const translated = await self.loadFont(fontName, fontRef, resources, task, null, null, seenRefs);
      if (fontName !== null) knownFonts.set(fontName, translated);`,
  },
  {
    find: "next(handleSetFont(fontNameArg, null));",
    put: `const known = knownFonts.get(fontNameArg);
            if (known) {
              textState.loadedName = known.loadedName;
              textState.font = known.font;
              textState.fontMatrix = known.font.fontMatrix || FONT_IDENTITY_MATRIX;
              break;
            }
            next(handleSetFont(fontNameArg, null));`,
  },
];

/**
 * Hot spots of pdf.js' interpreter (docs/performance.md), as edits of the worker's text: all leave what it says of a page as it is.
 * Written against pdfjs-dist 6.5.
 */
export const SPEED_EDITS: readonly Edit[] = [
  ...UNPACKING,
  ...COMMANDS,
  ...LETTERS,
  ...GLYPHS,
  ...FONTS,
  ...STRUCTURE_EDITS,
];
