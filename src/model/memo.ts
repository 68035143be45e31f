/** What was worked out for texts, the latest of them: what is asked for again is kept longer. */
export interface Memo<Value> {
  readonly get: (key: string) => Value | undefined
  readonly set: (key: string, value: Value) => void
}

/**
 * @param limit how many are remembered for certain; twice as many are held at most. When so many are new, those that
 * nobody asked for since are let go, and the others stay.
 */
export const memoOf = <Value>(limit: number): Memo<Value> => {
  let recent = new Map<string, Value>()
  let before = new Map<string, Value>()
  const set = (key: string, value: Value): void => {
    if (recent.size >= limit) {
      before = recent
      recent = new Map()
    }
    recent.set(key, value)
  }
  return {
    get: key => {
      const known = recent.get(key)
      if (known !== undefined) return known
      const older = before.get(key)
      if (older !== undefined) set(key, older)
      return older
    },
    set,
  }
}
