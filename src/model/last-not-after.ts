/**
 * Where a value falls among numbers that grow: of lines, runs or pieces that begin there, the one that holds it.
 * @returns index of the last number that is not greater; 0 where all are
 */
export const lastNotAfter = (growing: readonly number[], value: number): number => {
  let low = 0
  let high = growing.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((growing[middle] ?? 0) <= value) low = middle
    else high = middle - 1
  }
  return Math.max(low, 0)
}
