/**
 * The longest part of a row of numbers that rises: what stayed in order where the rest moved (Fredman 1975).
 * @returns for each number whether it belongs to it
 */
export const rising = (numbers: readonly number[]): readonly boolean[] => {
  /** Index of the number that ends the best rising part of each length. */
  const ends: number[] = []
  const before: number[] = []
  numbers.forEach((number, index) => {
    let low = 0
    let high = ends.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((numbers[ends[middle] ?? 0] ?? 0) < number) low = middle + 1
      else high = middle
    }
    before.push(low > 0 ? (ends[low - 1] ?? -1) : -1)
    ends[low] = index
  })
  const kept = numbers.map(() => false)
  for (let at = ends.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) kept[at] = true
  return kept
}
