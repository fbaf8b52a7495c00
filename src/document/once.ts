/**
 * What is made of an object when it is first asked for, and kept for as long as the object is: rules and documents never change. Whatever else
 * it is made with must always be the same for that object.
 */
export function oncePer<K extends object, T, Rest extends unknown[]>(
  make: (of: K, ...rest: Rest) => T,
): (of: K, ...rest: Rest) => T {
  const known = new WeakMap<K, { value: T }>();
  return (of, ...rest) => {
    const found = known.get(of);
    if (found) return found.value;
    const value = make(of, ...rest);
    known.set(of, { value });
    return value;
  };
}

/** A value that is made when it is first asked for: many are never asked for. */
export function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
