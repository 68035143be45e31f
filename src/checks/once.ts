/** A value that is worked out when it is first asked for. */
export const once = <T>(work: () => T): (() => T) => {
  let result: { readonly value: T } | undefined
  return () => {
    result ??= { value: work() }
    return result.value
  }
}
