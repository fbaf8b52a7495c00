/** A wording of the rules with what its writer says of it: the texts it finds, those it leaves alone, and the way to see. */
export type Trial = {
  name: string;
  finds: readonly string[];
  ignores: readonly string[];
  fits: (text: string) => boolean;
};
