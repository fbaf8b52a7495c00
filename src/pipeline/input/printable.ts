/** Where Unicode's pictures of control characters begin, and the picture of DELETE (The Unicode Standard, chart U+2400). */
const PICTURES = 0x2400;
const PICTURE_OF_DELETE = "\u2421";

/**
 * A file's name as it can be shown in one line of a terminal, a table or a page: control characters become their pictures ("␊"), and what
 * turns the direction of writing becomes "\ufffd". Names may hold anything; a terminal would obey it.
 */
export const printable = (name: string): string =>
  name.replace(/\p{Cc}|\p{Bidi_Control}/gu, (mark) => {
    const code = mark.charCodeAt(0);
    if (code < 0x20) return String.fromCharCode(PICTURES + code);
    return code === 0x7f ? PICTURE_OF_DELETE : "\ufffd";
  });
