/** So many made-up words, hardly one twice, which nothing can make shorter. */
export function noise(seed: number, words: number): string {
  let state = seed;
  const next = () => {
    // Numerical Recipes' generator
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state.toString(36);
  };
  return Array.from({ length: words }, next).join(" ");
}
