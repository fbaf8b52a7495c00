import type { Draft } from "./draft.ts";

/** Deeper by less than this, in points, is the same level: labels of different width are set flush right. */
const SAME_LEVEL = 5;

/** Puts list items that follow one another into groups, with a level by how far they are set in. */
export function settleLists(drafts: readonly Draft[]): Draft[] {
  let lists = 0;
  let lefts: number[] = [];
  let before: Draft | undefined;
  return drafts.map((draft) => {
    if (draft.kind !== "list-item") {
      if (draft.kind === "heading" || draft.groupKind !== "list") lefts = [];
      before = draft;
      return draft;
    }
    const { x, page } = draft.lines[0]!;
    // left and right pages have different margins: levels are compared on one page only
    if (lefts.length === 0 || before?.kind !== "list-item") lists++;
    else if (before.lines.at(-1)!.page !== page) lefts = [];
    before = draft;
    lefts = lefts.filter((left) => left < x - SAME_LEVEL);
    lefts.push(x);
    const level = Math.max(lefts.length, draft.tags?.depth ?? 1);
    const boxed = draft.groupKind === "box";
    return { ...draft, level, group: boxed ? draft.group : `list ${lists}`, groupKind: boxed ? "box" : "list" };
  });
}
