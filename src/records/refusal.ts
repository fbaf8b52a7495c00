/** Something asked of the program that it cannot do, and that whoever asked can put right: `message` says how. Never a mistake of ours. */
export class Refusal extends Error {}
