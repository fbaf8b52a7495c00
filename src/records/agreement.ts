import type { Decision, Verdict } from "./decision.ts";

/** What several persons said of one thing, by their names. */
export type Rated = ReadonlyMap<string, string>;

/**
 * Cohen's kappa: how much more two persons agree than two would who said as much of each by chance (J. Cohen, "A coefficient of agreement
 * for nominal scales", Educational and Psychological Measurement 20, 1960). From -1 to 1; null where nothing was rated by both, or chance alone
 * would agree on everything.
 */
export function cohensKappa(pairs: readonly (readonly [string, string])[]): number | null {
  const share = (of: (pair: readonly [string, string]) => boolean) => pairs.filter(of).length / pairs.length;
  const values = new Set(pairs.flat());
  const observed = share(([a, b]) => a === b);
  const expected = [...values]
    .map((value) => share(([a]) => a === value) * share(([, b]) => b === value))
    .reduce((sum, each) => sum + each, 0);
  return pairs.length === 0 || expected === 1 ? null : (observed - expected) / (1 - expected);
}

/**
 * Krippendorff's alpha for nominal data, any number of persons, whatever is missing (K. Krippendorff, "Computing Krippendorff's
 * Alpha-Reliability", 2011, section C). From -1 to 1; null where nothing was rated twice, or everything is of one value.
 */
export function krippendorffsAlpha(units: readonly Rated[]): number | null {
  const coincidences = new Map<string, number>();
  const totals = new Map<string, number>();
  for (const values of units.map((unit) => [...unit.values()]).filter(({ length }) => length > 1))
    for (const [at, a] of values.entries()) {
      add(totals, a, 1);
      for (const [other, b] of values.entries())
        if (other !== at && a !== b) add(coincidences, a, 1 / (values.length - 1));
    }
  const n = [...totals.values()].reduce((sum, each) => sum + each, 0);
  const observed = [...coincidences.values()].reduce((sum, each) => sum + each, 0);
  const expected = [...totals.values()].reduce((sum, each) => sum + each * (n - each), 0) / (n - 1);
  return n === 0 || expected === 0 ? null : 1 - observed / expected;
}

const add = (to: Map<string, number>, key: string, value: number) => to.set(key, (to.get(key) ?? 0) + value);

/** The first verdict that each person gave on an item without having seen another's; `entries` are those of one item, in order. */
export function blindVerdicts(entries: readonly Decision[]): Map<string, Verdict> {
  const verdicts = entries.flatMap(({ id, by, seen, act }) => (act.do === "verdict" ? [{ id, by, seen, act }] : []));
  const first = new Map<string, Verdict>();
  for (const { by, seen, act } of verdicts)
    if (!first.has(by) && !verdicts.some((other) => other.by !== by && other.id <= seen)) first.set(by, act.verdict);
  return first;
}

/** How well persons agree on some items: all together, and two by two. */
export type Agreement = {
  /** Items that at least two persons judged. */
  items: number;
  /** Those on which all who judged said the same. */
  agreed: number;
  alpha: number | null;
  pairs: { persons: [string, string]; items: number; agreed: number; kappa: number | null }[];
};

/** How well those agree who judged these items. */
export function agreementOn(units: readonly Rated[]): Agreement {
  const shared = units.filter(({ size }) => size > 1);
  const persons = [...new Set(shared.flatMap((unit) => [...unit.keys()]))].sort();
  const pairs = persons.flatMap((a, at) =>
    persons.slice(at + 1).flatMap((b) => {
      const both = shared.flatMap((unit) =>
        unit.has(a) && unit.has(b) ? [[unit.get(a)!, unit.get(b)!] as const] : [],
      );
      const agreed = both.filter(([one, other]) => one === other).length;
      const entry = { persons: [a, b] as [string, string], items: both.length, agreed, kappa: cohensKappa(both) };
      return both.length > 0 ? [entry] : [];
    }),
  );
  const agreed = shared.filter((unit) => new Set(unit.values()).size === 1).length;
  return { items: shared.length, agreed, alpha: krippendorffsAlpha(shared), pairs };
}
