/** Documents asked for in one step: one round trip, and memory that stays flat. */
export const STEP = 250;
