import { clear, get, room, set } from './numbers'
import { addPlace, countOf, listOf, note, PLACE_LIMIT, placeAt, setCount } from './places'
import { classCountOf, classesOf, REACHED_IN, STEPS_DUE } from './trie'
import { isParted, semicolonsBefore } from './words'

/**
 * The steps over the fixed phrases that were found: sequences of classes, filters and inclusions. A step is looked at only
 * where the rarest of its classes, its key, was found; which are due is kept as bits. Steps are in topological order: a
 * step's key is filled before the step's turn.
 */

/** Steps of search in one sentence: text made to be ambiguous costs bounded time, and no real sentence comes near. */
const WORK_LIMIT: i32 = 50_000
/** How many numbers an inclusion takes, and a filter; a sequence takes more. */
const INCLUSION_LENGTH: i32 = 2
const FILTER_LENGTH: i32 = 3

/**
 * Of each step what decides whether it is looked at, close together: its address, and two of its needs in 16 bits each. Where
 * it has fewer, its key stands for them, which is there when the step is due.
 */
let heads: usize = 0
const HEAD_SIZE: usize = 8
/** Steps of each key class: where its list begins in `keyed`, which ends where that of the next begins. */
let keyedFrom: usize = 0
let keyed: usize = 0

let due: usize = 0
let blocks: i32 = 0
/** Steps of a class as a list of blocks and bits, as a node has of all classes that end there; 0 until they are asked for. */
let bitsOfClass: usize = 0
/** Bits that are being gathered for such a list. */
let gathered: usize = 0
let sentence: i32 = 0

let work: i32 = 0
/** Places chosen for the classes of the sequence at hand. */
let chosen: usize = 0

/** @param list steps as `encodeStep` of src/evidence/program.ts writes them, each led by its length */
export function prepareSteps(list: usize, listLength: i32, classCount: i32): void {
  heads = heap.alloc(HEAD_SIZE * (listLength as usize))
  keyedFrom = room(classCount + 1)
  let count = 0
  let longest = 0
  for (let at = 0; at < listLength; at += 1 + get(list, at)) {
    longest = max(longest, get(list, at))
    prepareHead(count++, list + ((at + 1) << 2), get(list, at))
    const after = get(list, at + 1) + 1
    set(keyedFrom, after, get(keyedFrom, after) + 1)
  }
  for (let id = 0; id < classCount; id++) set(keyedFrom, id + 1, get(keyedFrom, id + 1) + get(keyedFrom, id))
  keyed = room(count)
  const filled = room(classCount)
  for (let step = 0; step < count; step++) {
    const key = get(stepAt(step), 0)
    set(keyed, get(keyedFrom, key) + get(filled, key), step)
    set(filled, key, get(filled, key) + 1)
  }
  blocks = (count + 31) >> 5
  due = room(blocks)
  gathered = room(blocks)
  bitsOfClass = room(classCount)
  chosen = room(longest)
}

function headOf(step: i32): usize {
  return heads + (step as usize) * HEAD_SIZE
}

function stepAt(step: i32): usize {
  return load<u32>(headOf(step)) as usize
}

function prepareHead(step: i32, at: usize, length: i32): void {
  const head = headOf(step)
  const key = get(at, 0)
  const needs = length > FILTER_LENGTH ? 4 + 2 * get(at, 3) : length
  store<u32>(head, at as u32)
  store<u16>(head, (needs < length ? get(at, needs) : key) as u16, 4)
  store<u16>(head, (needs + 1 < length ? get(at, needs + 1) : key) as u16, 6)
}

/** Whether the first needs of a step are there. */
function mayRun(step: i32): bool {
  const head = headOf(step)
  return countOf(load<u16>(head, 4)) != 0 && countOf(load<u16>(head, 6)) != 0
}

export function forgetSteps(): void {
  sentence++
  work = 0
  clear(due, blocks)
}

function gather(id: i32): void {
  for (let i = get(keyedFrom, id); i < get(keyedFrom, id + 1); i++) {
    const step = get(keyed, i)
    set(gathered, step >> 5, get(gathered, step >> 5) | (1 << (step & 31)))
  }
}

/** The bits that were gathered as a list: how many blocks, and block and bits by turns. */
function gatheredList(): usize {
  let length = 0
  for (let block = 0; block < blocks; block++) if (get(gathered, block) != 0) length++
  const list = room(1 + 2 * length)
  set(list, 0, length)
  let at = 1
  for (let block = 0; block < blocks; block++) {
    if (get(gathered, block) == 0) continue
    set(list, at++, block)
    set(list, at++, get(gathered, block))
  }
  clear(gathered, blocks)
  return list
}

function makeDue(list: usize): void {
  const end = list + 4 + ((get(list, 0) as usize) << 3)
  for (let at = list + 4; at < end; at += 8) {
    const block = load<i32>(at)
    set(due, block, get(due, block) | load<i32>(at, 4))
  }
}

function makeClassDue(id: i32): void {
  if (get(bitsOfClass, id) == 0) {
    gather(id)
    set(bitsOfClass, id, gatheredList() as i32)
  }
  makeDue(get(bitsOfClass, id) as usize)
}

/** Makes the steps due of all classes that end at a node, once a sentence. */
export function reach(node: usize): void {
  if (load<i32>(node, REACHED_IN) == sentence) return
  store<i32>(node, sentence, REACHED_IN)
  let list = load<i32>(node, STEPS_DUE)
  if (list == 0) {
    const length = classCountOf(node)
    for (let i = 0; i < length; i++) gather(load<u16>(classesOf(node) + ((i as usize) << 1)) as i32)
    list = gatheredList() as i32
    store<i32>(node, list, STEPS_DUE)
  }
  makeDue(list as usize)
}

function isNoted(id: i32, start: i32, end: i32, focusStart: i32): bool {
  const list = listOf(id)
  const count = countOf(id)
  for (let i = 0; i < count; i++) {
    const place = placeAt(get(list, i))
    if (load<i32>(place) == start && load<i32>(place, 4) == end && load<i32>(place, 8) == focusStart)
      return true
  }
  return false
}

/** Notes what a sequence found, once. */
function addMatch(id: i32, start: i32, end: i32, focusStart: i32, focusEnd: i32): void {
  if (isNoted(id, start, end, focusStart)) return
  const count = countOf(id)
  if (count == 0) makeClassDue(id)
  if (count < PLACE_LIMIT) note(id, addPlace(start, end, focusStart, focusEnd))
}

/** Gives a class the places of another, each once. */
function runInclusion(target: i32, included: i32): void {
  const list = listOf(included)
  const count = countOf(included)
  if (countOf(target) == 0) makeClassDue(target)
  for (let i = 0; i < count; i++) {
    const number = get(list, i)
    const place = placeAt(number)
    if (!isNoted(target, load<i32>(place), load<i32>(place, 4), load<i32>(place, 8))) note(target, number)
  }
}

/**
 * Extends a sequence, whose classes and gaps stand at `at`, from its `index`-th class on, nearest places first.
 * @param handed the gap of what was missing before
 */
function extend(at: usize, length: i32, index: i32, from: i32, handed: i32): bool {
  if (index == length) return true
  if (++work > WORK_LIMIT) return false
  const id = get(at, 2 * index)
  const written = get(at, 2 * index + 1)
  const list = listOf(id)
  const count = countOf(id)
  const gap = max(written >> 1, handed)
  const limit = from + gap
  for (let i = 0; i < count; i++) {
    const number = get(list, i)
    const place = placeAt(number)
    const start = load<i32>(place)
    if (start < from || start > limit) continue
    if (start > from && semicolonsBefore(start) != semicolonsBefore(from - 1)) continue
    if (gap == 0 && isParted(start)) continue
    set(chosen, index, number)
    if (index + 1 == length || extend(at, length, index + 1, load<i32>(place, 4), 0)) return true
  }
  return (written & 1) != 0 && extend(at, length, index + 1, from, gap)
}

/** A step in numbers: key, target, focus, number of classes, classes and gaps by turns, needs. */
function runSequence(at: usize, end: usize): void {
  const length = get(at, 3)
  const classes = at + 16
  // The first two are in the step's head.
  for (let need = classes + ((length as usize) << 3) + 8; need < end; need += 4)
    if (countOf(load<i32>(need)) == 0) return
  const target = get(at, 1)
  const focus = get(at, 2)
  const id = get(classes, 0)
  const list = listOf(id)
  const count = countOf(id)
  for (let i = 0; i < count; i++) {
    const number = get(list, i)
    const first = placeAt(number)
    const start = load<i32>(first)
    set(chosen, 0, number)
    if (!extend(classes, length, 1, load<i32>(first, 4), 0)) continue
    const last = load<i32>(placeAt(get(chosen, length - 1)), 4)
    if (focus < 0) addMatch(target, start, last, start, last)
    else {
      const focused = placeAt(get(chosen, focus))
      addMatch(target, start, last, load<i32>(focused), load<i32>(focused, 4))
    }
  }
}

/** Takes away the places of a class that lie inside those of another. */
function runFilter(target: i32, inside: i32): void {
  const list = listOf(target)
  const count = countOf(target)
  const covers = listOf(inside)
  const coverCount = countOf(inside)
  let kept = 0
  for (let i = 0; i < count; i++) {
    const number = get(list, i)
    const place = placeAt(number)
    let covered = false
    for (let j = 0; j < coverCount && !covered; j++) {
      const cover = placeAt(get(covers, j))
      covered = load<i32>(cover) <= load<i32>(place) && load<i32>(cover, 4) >= load<i32>(place, 4)
    }
    if (!covered) set(list, kept++, number)
  }
  setCount(target, kept)
}

/** Lets the places of a class count for another, before the steps run: "the committee" for the one named before. */
export function stand(from: i32, to: i32): void {
  const list = listOf(from)
  const count = countOf(from)
  if (count == 0) return
  for (let i = 0; i < count; i++) note(to, get(list, i))
  makeClassDue(to)
}

export function runSteps(): void {
  for (let block = 0; block < blocks; block++) {
    // A step may make a later one of the same block due: look again after each.
    for (let bits = get(due, block); bits != 0; bits = get(due, block)) {
      set(due, block, bits & (bits - 1))
      const step = (block << 5) + ctz(bits)
      if (!mayRun(step)) continue
      const at = stepAt(step)
      const length = get(at, -1)
      if (length == INCLUSION_LENGTH) runInclusion(get(at, 1), get(at, 0))
      else if (length == FILTER_LENGTH) runFilter(get(at, 1), get(at, 2))
      else runSequence(at, at + ((length as usize) << 2))
    }
  }
}
