/**
 * The matcher's inner loops, which every character of every text passes, in AssemblyScript (assemblyscript.org):
 * TypeScript's syntax with the numbers of WebAssembly, compiled by scripts/generate.mjs. JavaScript that does the same takes
 * half as long again, and several times as long before it is warm. `../match.ts` is its only user.
 *
 * One instance holds one program. A sentence is read by `begin`, then `cut` for the lead-in and for the sentence, then
 * `note`, any `stand`, and `run`.
 */
import { room, set } from './numbers'
import { notePhrases } from './phrases'
import { counts, forgetPlaces, lists, places, preparePlaces } from './places'
import { forgetSteps, prepareSteps, runSteps } from './steps'
import { prepareTrie } from './trie'
import { prepareVocabulary, trim } from './vocabulary'
import { cutWords, encoded, prepareWords, renameWords, wordCount, words } from './words'

export { stand } from './steps'

/** Room for numbers of a program, to be filled by the host before `load`. */
export function take(count: i32): usize {
  return room(count)
}

/** Takes in a program, as src/evidence/program.ts describes it; once. */
export function load(
  classCount: i32,
  atomCount: i32,
  mostAtoms: i32,
  edges: usize,
  edgesLength: i32,
  nodeEnds: usize,
  nodeEndsLength: i32,
  steps: usize,
  stepsLength: i32,
): void {
  prepareTrie(edges, edgesLength, nodeEnds, nodeEndsLength, atomCount)
  prepareVocabulary(mostAtoms)
  preparePlaces(classCount)
  prepareSteps(steps, stepsLength, classCount)
}

/**
 * Where things stand in memory, for the host: addresses of the text in UTF-8, of the words' records, of
 * the classes' counts and lists, and of the places. They may move whenever a sentence is read.
 */
const standing: usize = room(5)

export function whereabouts(): usize {
  return standing
}

function tell(): void {
  set(standing, 0, encoded as i32)
  set(standing, 1, words as i32)
  set(standing, 2, counts as i32)
  set(standing, 3, lists as i32)
  set(standing, 4, places as i32)
}

/** Begins a sentence. @param units length of all texts that will be cut for it, in UTF-16 units */
export function begin(units: i32): void {
  trim()
  prepareWords(units)
  forgetPlaces()
  forgetSteps()
  tell()
}

/** Cuts the text at hand, of so many bytes, into words, which follow those that are there; gives how many there are. */
export function cut(length: i32): i32 {
  cutWords(length)
  return wordCount
}

/**
 * Reads a name as one other word: the text at hand, of so many bytes, is the name and that word.
 * @param lead how many words belong to the lead-in @returns how many then do
 */
export function rename(length: i32, lead: i32): i32 {
  return renameWords(length, lead)
}

/** Notes the fixed phrases, once all words are there. */
export function note(): void {
  notePhrases()
}

/** Runs the steps, after which the counts and lists are final. */
export function run(): void {
  runSteps()
  tell()
}
