/** The stage at which each kind of task begins. In a file that loads none of them: whoever hands tasks to threads does none itself. */
export const FIRST_STAGE = { read: "parse", publish: "link", explain: "extract", draw: "parse" } as const;
