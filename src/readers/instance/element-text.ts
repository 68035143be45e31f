import { lastNotAfter } from '../../model/last-not-after.js'
/** The text that an element of an XML file holds, references and CDATA sections resolved, and the way back to the file. */
export interface ElementText {
  readonly text: string
  /** Offsets in the file of the stretch [start, end) of `text`. */
  readonly toFile: (start: number, end: number) => readonly [start: number, end: number]
}

export interface ElementTextBuilder {
  /** Adds `piece`, which characters [start, end) of the file stand for. */
  readonly add: (piece: string, start: number, end: number) => void
  /** @param at offset in the file of an element without text */
  readonly finish: (at: number) => ElementText
}

/** Collects the text of an element, run by run: a run stands in the file as it is, or is what a reference stands for. */
export const elementText = (): ElementTextBuilder => {
  const pieces: string[] = []
  const starts: number[] = []
  const fileStarts: number[] = []
  const fileEnds: number[] = []
  let length = 0

  const add: ElementTextBuilder['add'] = (piece, start, end) => {
    const last = starts.length - 1
    const continues =
      last >= 0 &&
      fileEnds[last] === start &&
      end - start === piece.length &&
      length - (starts[last] ?? 0) === start - (fileStarts[last] ?? 0)
    if (continues) fileEnds[last] = end
    else {
      starts.push(length)
      fileStarts.push(start)
      fileEnds.push(end)
    }
    pieces.push(piece)
    length += piece.length
  }

  const finish: ElementTextBuilder['finish'] = at => {
    const text = pieces.join('')
    /** Number of the run that holds the character at `offset`. */
    const runAt = (offset: number): number => lastNotAfter(starts, offset)
    const isLinear = (run: number): boolean =>
      (starts[run + 1] ?? text.length) - (starts[run] ?? 0) === (fileEnds[run] ?? 0) - (fileStarts[run] ?? 0)
    const fileStart = (offset: number): number => {
      const run = runAt(offset)
      return (fileStarts[run] ?? at) + (isLinear(run) ? offset - (starts[run] ?? 0) : 0)
    }
    const fileEnd = (offset: number): number => {
      const run = runAt(offset - 1)
      return isLinear(run) ? (fileStarts[run] ?? at) + offset - (starts[run] ?? 0) : (fileEnds[run] ?? at)
    }
    return {
      text,
      toFile: (start, end) => {
        if (starts.length === 0) return [at, at]
        if (end > start) return [fileStart(start), fileEnd(end)]
        const place = start < text.length ? fileStart(start) : fileEnd(text.length)
        return [place, place]
      },
    }
  }
  return { add, finish }
}
