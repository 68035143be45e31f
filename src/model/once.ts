/** A value that is worked out when it is first asked for. */
export const once = <T>(work: () => T): (() => T) => {
  let result: { readonly value: T } | undefined
  return () => {
    result ??= { value: work() }
    return result.value
  }
}

/** What is worked out of an object when it is first asked for, and kept as long as the object is. */
export const onceFor = <K extends object, V>(work: (key: K) => V): ((key: K) => V) => {
  const results = new WeakMap<K, { readonly value: V }>()
  return key => {
    const before = results.get(key)
    if (before) return before.value
    const value = work(key)
    results.set(key, { value })
    return value
  }
}
