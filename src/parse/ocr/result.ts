/** A word read off a picture. The box is in pixels of the picture as given, from its top left; `confidence` is 0–100. */
export type OcrWord = {
  text: string;
  confidence: number;
  x: number;
  y: number;
  width: number;
  height: number;
  /** Numbers the printed lines of the picture, from the top; words of a line come from left to right. */
  line: number;
};

/** What was read off one picture, and by which engine in which version. */
export type OcrResult = { words: OcrWord[]; engine: string };
