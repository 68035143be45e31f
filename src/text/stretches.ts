/** A part of a text: offsets of [start, end). */
export interface Stretch {
  readonly start: number
  readonly end: number
}

/** Index of the first stretch that ends after an offset; `stretches` are in order and do not overlap. */
export const firstEndingAfter = (stretches: readonly Stretch[], offset: number): number => {
  let low = 0
  let high = stretches.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((stretches[middle]?.end ?? 0) > offset) high = middle
    else low = middle + 1
  }
  return low
}

/**
 * The stretches that overlap [start, end), found by halving: a text of many sentences may have many findings.
 * @param stretches in order, none over another
 */
export const overlapping = <T extends Stretch>(
  stretches: readonly T[],
  start: number,
  end: number,
): readonly T[] => {
  const first = firstEndingAfter(stretches, start)
  let last = first
  while ((stretches[last]?.start ?? end) < end) last++
  return stretches.slice(first, last)
}

/** The stretch that holds an offset, or else the last one before it. */
export const stretchAt = <T extends Stretch>(stretches: readonly T[], offset: number): T | undefined => {
  const index = firstEndingAfter(stretches, offset)
  const found = stretches[index]
  return found && found.start <= offset ? found : stretches[index - 1]
}
