/**
 * Why a sentence may answer an item, before a word of it is compared. `stated`: it stands under the item as set out again; `under`: further below it;
 * `next`: in the other side's next turn; `later`: in a later one; `pointed`: in an answer that its own answer points to; `letter`: in a part
 * that answers the item's part; `beside`: there too, but under another item set out again; `after`: between it and the next question, in a text
 * that shows no more of who speaks.
 */
export type Reach = "stated" | "under" | "next" | "later" | "pointed" | "letter" | "beside" | "after";

/** Takes down that a sentence may answer an item, by their indexes. */
export type Reaching = (unit: number, item: number, how: Reach) => void;

/** Whether a sentence may answer an item for no more than standing in a letter or message that answers the item's. */
export const isLetter = (how: Reach | undefined): boolean => how === "letter" || how === "beside";
