import { loadProgram, type Numbers, type ProgramData } from '../../src/evidence/program.js'
import { letterOf } from '../../src/text/letters.js'

/** What stands between words that no fixed phrase crosses, and that no gap crosses. */
const PARTING = /[,;:]/
const LETTERS_OF_A_WORD = 64
const PLACES_OF_A_CLASS = 64

interface Word {
  readonly letters: string
  readonly start: number
  readonly end: number
  /** The text since the word before. */
  readonly before: string
}

export interface Place {
  readonly start: number
  readonly end: number
  readonly focusStart: number
  readonly focusEnd: number
}

const isLetter = (text: string, at: number): boolean => at < text.length && letterOf(text.charCodeAt(at)) > 2
const isApostrophe = (text: string, at: number): boolean =>
  at < text.length && letterOf(text.charCodeAt(at)) === 2

const wordsOf = (text: string): readonly Word[] => {
  const words: Word[] = []
  let since = 0
  for (let at = 0; at < text.length; ) {
    const start = at
    let letters = ''
    if (text[at] === '&') {
      letters = 'and'
      at++
    } else {
      while (isLetter(text, at) || (letters !== '' && isApostrophe(text, at) && isLetter(text, at + 1))) {
        if (isLetter(text, at)) letters += String.fromCharCode(letterOf(text.charCodeAt(at)))
        at++
      }
    }
    if (letters === '') {
      at++
      continue
    }
    words.push({
      letters: letters.slice(0, LETTERS_OF_A_WORD),
      start,
      end: at,
      before: text.slice(since, start),
    })
    if (text.startsWith('&amp;', start)) at = start + 5
    since = at
  }
  return words
}

/**
 * The places of every class in a sentence, found with Maps, strings and recursion over the program as it is written: what
 * the matcher in WebAssembly must find too. It has no bound on its work.
 */
export const createSlowMatcher = (
  data: ProgramData,
): ((text: string) => ReadonlyMap<number, readonly Place[]>) => {
  const { atomsOf } = loadProgram(data)
  const children = new Map<string, number>()
  for (let i = 0; i < data.edges.length; i += 3)
    children.set(`${data.edges[i]} ${data.edges[i + 1]}`, data.edges[i + 2] ?? 0)
  const listsOf = (numbers: Numbers): readonly (readonly number[])[] => {
    const lists: (readonly number[])[] = []
    for (let at = 0; at < numbers.length; at += 1 + (numbers[at] ?? 0))
      lists.push([...numbers.slice(at + 1, at + 1 + (numbers[at] ?? 0))])
    return lists
  }
  const ends = listsOf(data.ends)
  const steps = listsOf(data.steps)

  return text => {
    const words = wordsOf(text)
    const found = new Map<number, Place[]>()
    const placesOf = (id: number): readonly Place[] => found.get(id) ?? []
    const add = (id: number, place: Place): void => {
      const places = found.get(id) ?? []
      found.set(id, places)
      if (places.length < PLACES_OF_A_CLASS) places.push(place)
    }

    const noteAt = (ids: Iterable<number>, first: number, end: number): void => {
      for (const id of ids) add(id, { start: first, end, focusStart: first, focusEnd: end })
    }
    const after = (node: number, word: Word): readonly number[] =>
      atomsOf(word.letters).flatMap(atom => children.get(`${node} ${atom}`) ?? [])
    const follow = (node: number, first: number, end: number): void => {
      const word = words[end]
      if (!word || PARTING.test(word.before)) return
      for (const child of after(node, word)) {
        noteAt(ends[child] ?? [], first, end + 1)
        follow(child, first, end + 1)
      }
    }
    words.forEach((word, first) => {
      const nodes = after(0, word)
      noteAt(new Set(nodes.flatMap(node => ends[node] ?? [])), first, first + 1)
      for (const node of nodes) follow(node, first, first + 1)
    })

    /** The first way to place the rest of a sequence, nearest places first. */
    const rest = (
      parts: readonly { readonly id: number; readonly gap: number; readonly optional: boolean }[],
      from: number,
      handed: number,
    ): readonly (Place | undefined)[] | undefined => {
      const [part, ...others] = parts
      if (!part) return []
      const gap = Math.max(part.gap, handed)
      for (const place of placesOf(part.id)) {
        if (place.start < from || place.start > from + gap) continue
        const between = words.slice(from, place.start + 1).map(({ before }) => before)
        if (place.start > from && between.some(marks => marks.includes(';'))) continue
        if (gap === 0 && PARTING.test(words[place.start]?.before ?? '')) continue
        const placed = rest(others, place.end, 0)
        if (placed) return [place, ...placed]
      }
      const without = part.optional ? rest(others, from, gap) : undefined
      return without && [undefined, ...without]
    }

    const addOnce = (id: number, place: Place): void => {
      const known = placesOf(id).some(
        ({ start, end, focusStart }) =>
          start === place.start && end === place.end && focusStart === place.focusStart,
      )
      if (!known) add(id, place)
    }

    for (const [key = 0, target = 0, ...step] of steps) {
      if (step.length === 0) {
        for (const place of placesOf(key)) addOnce(target, place)
        continue
      }
      const [inside = 0] = step
      if (step.length === 1) {
        const covers = placesOf(inside)
        found.set(
          target,
          placesOf(target).filter(
            ({ start, end }) => !covers.some(cover => cover.start <= start && cover.end >= end),
          ),
        )
        continue
      }
      const [focus = -1, length = 0, ...numbers] = step
      const parts = Array.from({ length }, (_, index) => ({
        id: numbers[2 * index] ?? 0,
        gap: (numbers[2 * index + 1] ?? 0) >> 1,
        optional: ((numbers[2 * index + 1] ?? 0) & 1) === 1,
      }))
      const [head, ...others] = parts
      if (!head) continue
      for (const first of placesOf(head.id)) {
        const placed = rest(others, first.end, 0)
        if (!placed) continue
        const all = [first, ...placed]
        const last = all.at(-1) ?? first
        const focused = focus < 0 ? { start: first.start, end: last.end } : (all[focus] ?? first)
        addOnce(target, {
          start: first.start,
          end: last.end,
          focusStart: focused.start,
          focusEnd: focused.end,
        })
      }
    }
    return new Map([...found].filter(([, places]) => places.length > 0))
  }
}
