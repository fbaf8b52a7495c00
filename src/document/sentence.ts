import nlp from "compromise/one";
import type { Span } from "../records/anchor.ts";
import type { Document } from "./document.ts";
import { matchesOf } from "./matches.ts";
import { oncePer } from "./once.ts";
import { trimSpan } from "./span.ts";

type Tokenizer = {
  splitSentences(text: string, world: unknown): string[];
  isSentence(words: string): boolean;
};
/** compromise's splitter by itself: without its terms, which nobody here needs and which cost ten times as much. */
const { tokenize } = (nlp.methods() as { one: { tokenize: Tokenizer } }).one;

/**
 * Words after which a full stop ends no sentence: titles, Latin, "approx.". They stand in place of compromise's own list, which also
 * has units, months and places ("in 24 hrs.", "by Dec.") that often end a sentence in these publications.
 */
const ABBREVIATIONS =
  "mr mrs ms mx dr prof rev revd hon rt sir messrs st capt col cllr supt insp sgt sergt cmdr lt gen esq jr sr ie eg cf viz vs al ca approx incl excl dept govt ltd plc co tel ext ave rd";

/** The end of what is no whole sentence yet: an initial, dots, an abbreviation. */
const GOES_ON = new RegExp(`(?:[ .][a-z]\\.?|…|\\.\\.|(?:^| )(?:${ABBREVIATIONS.replaceAll(" ", "|")})\\.) *$`, "i");
const INITIAL = /^[A-Z]\. $/;

/** Whether a sentence is over is told by its end, in UTF-16 code units: compromise reads all of it, and several times. */
const END = 40;
tokenize.isSentence = (words) => {
  const end = words.slice(-END);
  return (/\p{L}/u.test(end) || /\p{L}/u.test(words)) && !GOES_ON.test(end) && !INITIAL.test(words);
};

/** A stretch that ends so goes on where a number follows: "No. 4", "pp. 12–14", "para. 8.2". Elsewhere these are words ("He said no."). */
const BEFORE_NUMBER =
  /(?:^|[\s(["“‘])(?:nos?|pp?|paras?|refs?|figs?|vols?|arts?|arts|ch|chap|sec|sect|ss?|tel|ext|c)\.$/i;

/** A stretch that is only a label ("1.", "(b).") belongs to what follows. */
const ONLY_LABEL = /^\W*(?:\d{1,3}(?:\.\d+)*|[a-z]|[ivx]{1,5})[.)]$/i;

/** A short word with a full stop before a small letter ("16 pp. respectively") is an abbreviation that no list need know. */
const SHORT_WORD = /(?:^|\s)\p{L}{1,4}\.$/u;

/** Ends that compromise passes over: after a bracketed note mark, a closing quotation mark, "a.m.", ", sir.", a letter that is no initial ("Annex A."). White space is looked for first: it is found faster. */
const MISSED_END =
  /\s(?<=(?:[.?!]["”’)]*\[\d{1,3}\]|[.?!]["”]|\b[ap]\.m\.|, sir\.|\b(?:[Aa]nnexe?|[Aa]ppendix|[Aa]ppendices|[Ss]chedule|[Aa]ttachment|[Ee]nclosure|[Ee]xhibit|[Tt]able|[Ff]igure|[Cc]hart|[Mm]ap|[Pp]lan|[Bb]ox|[Ff]orm|[Pp]art|[Ss]ection|[Oo]ption|[Ss]cenario|[Cc]ategory|[Cc]lass|[Tt]ype|[Gg]rade|[Bb]and|[Tt]ier|[Gg]roup|[Ll]evel|[Pp]hase|[Ss]tage|[Zz]one|[Aa]rea|[Ss]ite|[Uu]nit|[Bb]lock|[Ww]ing|[Rr]oute|[Ll]ot) [A-Z]\.)\s)\s*(?=["“‘(]?\p{Lu}[\p{L}’']*\s)/gu;

/** What stands in a text with such an end. */
const MAY_MISS = /[.?!]["”’)[]|[ap]\.m\.|, sir\.| [A-Z]\.\s/;

/** Longer stretches are cut at white space first: a run-away "sentence" of a table or a list of numbers costs too much. */
const LONGEST = 20_000;

const knownIn = oncePer((_: Document) => new Map<number, { end: number; sentences: readonly Span[] }>());

/** The sentences of a block of a document, or of a piece of it. Remembered for as long as the document is: what is extracted is also linked. */
export function sentencesOf(document: Document, { start, end }: Span): readonly Span[] {
  const known = knownIn(document);
  const found = known.get(start);
  if (found?.end === end) return found.sentences;
  const sentences = sentencesIn(document.text, { start, end });
  known.set(start, { end, sentences });
  return sentences;
}

/**
 * The sentences of a stretch of text (a block, never a whole document), trimmed, in order. Offsets are those of the text: nothing but
 * white space lies between one sentence and the next. A closing quotation mark or bracket belongs to the sentence that it closes.
 */
export function sentencesIn(text: string, span: Span): Span[] {
  return cutsOf(text, span).flatMap((cut) => split(text, cut));
}

function cutsOf(text: string, { start, end }: Span): Span[] {
  const out: Span[] = [];
  for (let from = start; from < end; ) {
    const space = from + LONGEST < end ? text.slice(from, from + LONGEST).search(/\s\S*$/) : -1;
    const to = from + LONGEST >= end ? end : space > 0 ? from + space : from + LONGEST;
    out.push({ start: from, end: to });
    from = to;
  }
  return out;
}

function split(text: string, span: Span): Span[] {
  const words = text.slice(span.start, span.end);
  const starts = /[.?!][^\s.?!]*\s+\S/.test(words) ? startsIn(words) : [];
  const bounds = [0, ...starts.filter((start) => start > 0), words.length];
  return bounds
    .slice(0, -1)
    .map((start, index) => trimSpan(text, { start: span.start + start, end: span.start + bounds[index + 1]! }))
    .filter(({ start, end }) => end > start);
}

/** Where sentences begin, in rising order. */
function startsIn(words: string): number[] {
  const starts = new Set<number>();
  let at = 0;
  for (const sentence of tokenize.splitSentences(words, nlp.world())) {
    starts.add(at + sentence.search(/\S/));
    at += sentence.length;
  }
  if (MAY_MISS.test(words)) for (const match of matchesOf(words, MISSED_END)) starts.add(match.index + match[0].length);
  return joined(
    words,
    [...starts].sort((a, b) => a - b),
  );
}

/** Without the starts that only seem to be ones. */
function joined(words: string, starts: readonly number[]): number[] {
  const kept: number[] = [];
  for (const start of starts) {
    const before = words.slice(kept.at(-1) ?? 0, start).trim();
    const next = words.slice(start, start + 2);
    const goesOn =
      ONLY_LABEL.test(before) ||
      (/^[([]?\d/.test(next) && BEFORE_NUMBER.test(before)) ||
      (/^\p{Ll}/u.test(next) && SHORT_WORD.test(before));
    if (kept.length === 0 || !goesOn) kept.push(start);
  }
  return kept;
}
