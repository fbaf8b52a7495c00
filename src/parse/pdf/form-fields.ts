import type { TextItem } from "./runs.ts";

/** What is used of the library's annotations: fields of a form, and what was typed into them. */
export type Annotation = {
  subtype?: string;
  fieldType?: string;
  fieldValue?: unknown;
  rect?: readonly number[];
  hidden?: boolean;
  defaultAppearanceData?: { fontSize?: number };
};

/** Letters are half as wide as they are high, on average; where a field does not say how large they are, its height does. */
const WIDTH = 0.5;
const USUAL_SIZE = 11;
const PITCH = 1.2;
/** How far above the lower edge of its field a line stands, in sizes of its letters. */
const DESCENT = 0.25;

/** What was typed into the fields of a form, as if it were printed there: the text of a page does not tell it. A box is as wide as its letters may be. */
export function typedInFields(annotations: readonly Annotation[]): TextItem[] {
  return annotations.flatMap(({ subtype, fieldType, fieldValue, rect, hidden, defaultAppearanceData }) => {
    const isTyped = subtype === "Widget" && (fieldType === "Tx" || fieldType === "Ch") && !hidden;
    const value = [fieldValue].flat().filter((each) => typeof each === "string");
    if (!isTyped || !rect || value.length === 0) return [];
    const [left, bottom, right, top] = rect as [number, number, number, number];
    const lines = value.join("\n").split(/\r\n?|\n/);
    const given = defaultAppearanceData?.fontSize || Math.min(USUAL_SIZE, (top - bottom) / PITCH);
    // a single line stands in the middle of its field, several begin at its top
    const first = lines.length === 1 ? bottom + (top - bottom - given) / 2 + DESCENT * given : top - given;
    return lines.map((line, index) => ({
      str: line,
      width: Math.min(right - left, WIDTH * given * line.length),
      transform: [given, 0, 0, given, left, first - index * PITCH * given],
    }));
  });
}
