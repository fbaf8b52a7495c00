import type { PageContent } from "./page-content.ts";

/** From this share of its letters without a meaning on, a page's text says nothing. */
const MOST_UNMAPPED = 0.2;
/** Fewer characters than this over a picture that fills the page are a stamp or a page number on a scan; beside a smaller one, its caption. */
const STAMP = 100;
const MOST_OF_PAGE = 0.85;
/** More drawn strokes than this on a page without text are letters drawn as shapes. */
const DRAWN_LETTERS = 200;
/** Writing has vowels: fewer of its words than this, of at least so many, and its font lies about its letters. */
const WITH_VOWEL = 0.5;
const FEWEST_WORDS = 60;

/** Whether a page has writing on it that its text layer does not tell. */
export const isPicture = ({ characters, pictured, strokes }: PageContent): boolean =>
  characters === 0 ? pictured > 0 || strokes > DRAWN_LETTERS : characters < STAMP && pictured > MOST_OF_PAGE;

/** Whether the text of a page is not what is to be seen on it. */
export const isNonsense = ({ characters, unmapped, words, withVowel }: PageContent): boolean =>
  characters > 0 &&
  (unmapped > MOST_UNMAPPED * characters || (words >= FEWEST_WORDS && withVowel < WITH_VOWEL * words));

/** Whether the text layer of a page can be read. */
export const isReadable = (page: PageContent): boolean => page.broken || !(isPicture(page) || isNonsense(page));
