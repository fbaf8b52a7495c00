/**
 * x in A·x = b for a symmetric positive definite A, by Cholesky's factors A = L·Lᵀ. A and b stay as they are. Throws a RangeError
 * where A is not positive definite.
 */
export function solvePositive(a: readonly Readonly<ArrayLike<number>>[], b: readonly number[]): number[] {
  const lower = factorOf(a);
  const half = b.slice();
  for (let i = 0; i < half.length; i++) {
    for (let j = 0; j < i; j++) half[i]! -= lower[i]![j]! * half[j]!;
    half[i]! /= lower[i]![i]!;
  }
  for (let i = half.length - 1; i >= 0; i--) {
    for (let j = i + 1; j < half.length; j++) half[i]! -= lower[j]![i]! * half[j]!;
    half[i]! /= lower[i]![i]!;
  }
  return half;
}

function factorOf(a: readonly Readonly<ArrayLike<number>>[]): Float64Array[] {
  const lower = a.map((row) => new Float64Array(row.length));
  for (let i = 0; i < a.length; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = a[i]![j]!;
      for (let k = 0; k < j; k++) sum -= lower[i]![k]! * lower[j]![k]!;
      if (i !== j) lower[i]![j] = sum / lower[j]![j]!;
      else if (sum > 0) lower[i]![i] = Math.sqrt(sum);
      else throw new RangeError(`not positive definite: pivot ${i} is ${sum}`);
    }
  }
  return lower;
}
