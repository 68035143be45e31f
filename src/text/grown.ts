type Numbers = Int32Array<ArrayBuffer> | Uint16Array<ArrayBuffer> | Uint8Array<ArrayBuffer>

/** A copy of an array of numbers with room for twice as many, or for `least` where that is more. */
export const grown = <T extends Numbers>(from: T, least = 0): T => {
  const to = new (from.constructor as new (length: number) => T)(Math.max(2 * from.length, least))
  to.set(from)
  return to
}
