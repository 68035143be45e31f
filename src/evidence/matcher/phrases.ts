import { get } from './numbers'
import { addPlace, noteAll } from './places'
import { reach } from './steps'
import { childOf, classCountOf, classesOf, mayGoOn } from './trie'
import { atomsAt, bitsAt, startsAt } from './vocabulary'
import { isParted, numberOf, wordCount } from './words'

/** Notes every fixed phrase, wherever it starts. */
export function notePhrases(): void {
  for (let first = 0; first < wordCount; first++) {
    const nodes = startsAt(numberOf(first))
    const count = get(nodes, 0)
    for (let i = 1; i <= count; i++) arrive(get(nodes, i) as usize, first, first + 1)
  }
}

function arrive(node: usize, first: i32, end: i32): void {
  const count = classCountOf(node)
  if (count > 0) {
    const place = addPlace(first, end, first, end)
    noteAll(classesOf(node), count, place)
    reach(node)
  }
  if (end >= wordCount || isParted(end)) return
  const word = numberOf(end)
  if (!mayGoOn(node, bitsAt(word))) return
  const atoms = atomsAt(word)
  const atomCount = get(atoms, 0)
  for (let i = 1; i <= atomCount; i++) {
    const child = childOf(node, get(atoms, i))
    if (child != 0) arrive(child, first, end + 1)
  }
}
