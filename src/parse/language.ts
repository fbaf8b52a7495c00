import { franc } from "franc-min";
import type { Finding } from "../records/finding.ts";

/** ISO 639-3 as franc gives it, to ISO 639-1, for the languages that public bodies here publish in. */
const SHORT: Record<string, string> = {
  eng: "en",
  fra: "fr",
  deu: "de",
  spa: "es",
  por: "pt",
  ita: "it",
  nld: "nl",
  pol: "pl",
  ron: "ro",
  rus: "ru",
  ukr: "uk",
  tur: "tr",
  arb: "ar",
  pes: "fa",
  urd: "ur",
  hin: "hi",
  ben: "bn",
  pan: "pa",
  guj: "gu",
  tam: "ta",
  som: "so",
  cmn: "zh",
  jpn: "ja",
  kor: "ko",
  vie: "vi",
  ell: "el",
  hun: "hu",
  ces: "cs",
  swe: "sv",
};

/** Words that only English strings together this often; short letters full of names mislead a guess by letters alone. */
const ENGLISH =
  /\b(?:the|and|of|to|that|for|with|this|have|has|which|will|would|could|should|from|are|dear|you|your|our|please|by)\b/gi;

/** The language of a text in ISO 639-1, "und" where it is too short or cannot be told. */
export function languageOf(text: string): string {
  const sample = text.slice(0, 6_000);
  const words = sample.match(/\p{L}+/gu)?.length ?? 0;
  if (words === 0) return "und";
  if ((sample.match(ENGLISH)?.length ?? 0) > words * 0.12) return "en";
  return SHORT[franc(sample, { minLength: 60 })] ?? "und";
}

/** What a person should know about a document that the rules, which are for English, cannot read well. */
export function languageFindings(language: string): Finding[] {
  if (language === "en" || language === "und") return [];
  const message = `The document seems to be in another language (${language}); the rules read English, so items may be missing.`;
  return [{ code: "other-language", level: "warning", message, page: null }];
}
