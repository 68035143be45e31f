import { get } from './numbers'
import { addPlace, noteAll } from './places'
import { reach } from './steps'
import { childOf, classCountOf, classesOf, mayGoOn } from './trie'
import { aloneAt, atomsAt, bitsAt, goOnAt, onwardAt } from './vocabulary'
import { isParted, numberOf, wordCount } from './words'

/** Notes every fixed phrase, wherever it starts. */
export function notePhrases(): void {
  for (let first = 0; first < wordCount; first++) {
    const word = numberOf(first)
    const alone = aloneAt(word)
    if (alone != 0) noteAt(alone, first, first + 1)
    if (first + 1 == wordCount || isParted(first + 1)) continue
    const next = numberOf(first + 1)
    if ((goOnAt(word) & bitsAt(next)) == 0) continue
    const nodes = onwardAt(word)
    const count = get(nodes, 0)
    for (let i = 1; i <= count; i++) goOn(get(nodes, i) as usize, first, first + 1)
  }
}

/** Notes the phrases that end at a node. */
function noteAt(node: usize, first: i32, end: i32): void {
  const place = addPlace(first, end, first, end)
  noteAll(classesOf(node), classCountOf(node), place)
  reach(node)
}

/** Follows the phrases that lead from a node on to a word, which no mark parts from the one before. */
function goOn(node: usize, first: i32, word: i32): void {
  const number = numberOf(word)
  if (!mayGoOn(node, bitsAt(number))) return
  const atoms = atomsAt(number)
  const count = get(atoms, 0)
  for (let i = 1; i <= count; i++) {
    const child = childOf(node, get(atoms, i))
    if (child == 0) continue
    if (classCountOf(child) > 0) noteAt(child, first, word + 1)
    if (word + 1 < wordCount && !isParted(word + 1)) goOn(child, first, word + 1)
  }
}
