/** Milliseconds between two lines of progress. */
const EVERY = 100

/** Tells on a terminal how far a long run is. Nothing is written where standard error is not a terminal. */
export interface Progress {
  readonly checked: () => void
  readonly clear: () => void
}

const SILENT: Progress = { checked: () => {}, clear: () => {} }

/**
 * @param stream where to tell it: standard error
 * @param isWanted false where its lines would run into a report on the same terminal
 */
export const progressOn = (
  stream: { readonly isTTY?: boolean; readonly write: (text: string) => boolean },
  isWanted: boolean,
): Progress => {
  if (!isWanted || stream.isTTY !== true) return SILENT
  let documents = 0
  let told = performance.now()
  let shown = false
  return {
    checked: () => {
      documents++
      const now = performance.now()
      if (now - told < EVERY) return
      told = now
      shown = true
      stream.write(`\r\u001b[K${documents} documents checked`)
    },
    clear: () => {
      if (shown) stream.write('\r\u001b[K')
      shown = false
    },
  }
}
