/** The lines of a page's first column, short enough to stand beside the second. */
export const LEFT = [
  "The ferry has run at a loss in each",
  "of the last six winters, and no one",
  "who gave evidence expected that to",
  "change before the new pier is open",
  "to larger boats in a year or in two,",
  "so the council pays the difference.",
];

/** The lines of its second column. */
export const RIGHT = [
  "Passengers told us that the boats",
  "were clean and that the crews were",
  "kind. What they wanted was to know",
  "whether a boat would come at all,",
  "and to be told so before they had",
  "walked down to the quay.",
];
