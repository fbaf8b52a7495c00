/** What a font's name and flags say of the letters. */
export type Font = { name: string; bold: boolean; italic: boolean; ascent: number; descent: number };

/** A font as the library tells of it; name and weight only where its worker is patched. */
export type FontStyle = {
  ascent?: number;
  descent?: number;
  name?: string;
  bold?: boolean;
  italic?: boolean;
};

const BOLD = /bold|black|heavy|semibold|demi(?!c)|(?:^|[-,_ ])(?:bd|md|sb)(?=$|[-,_ ])/i;
const ITALIC = /ital|obliq|(?:^|[-,_ ])(?:it|bdit)(?=$|[-,_ ])/i;

/** Names say more than flags, which many producers leave unset. Ascent and descent are bounded: some fonts tell nonsense. */
export function fontOf(style: FontStyle | undefined): Font {
  const name = (style?.name ?? "").replace(/^[A-Z]{6}\+/, "");
  return {
    name,
    bold: style?.bold === true || BOLD.test(name),
    italic: style?.italic === true || ITALIC.test(name),
    ascent: within(style?.ascent, 0.6, 1.1, 0.9),
    descent: within(style?.descent && -style.descent, 0.1, 0.4, 0.22),
  };
}

const within = (value: number | undefined, low: number, high: number, otherwise: number): number =>
  value === undefined || !(value > 0) ? otherwise : Math.min(high, Math.max(low, value));
