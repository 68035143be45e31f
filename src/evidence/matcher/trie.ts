import { get, room, set } from './numbers'

/**
 * The trie of fixed phrases: its edges as an open-addressed table, and of each node, in one place, all that is asked when
 * a phrase comes to it. A node is known by the address of its record.
 */

let keys: usize = 0
let values: usize = 0
let mask: i32 = 0
let atomCount: i32 = 0
let nodes: usize = 0

/**
 * A node's record: the number of the sentence in which it was last reached and the steps that it makes due, both for
 * steps.ts; the bits of the atoms by which a phrase goes on; what it was put together with ({@link bothOf}); how many
 * classes end here, and which, in 16 bits each.
 */
export const REACHED_IN: usize = 0
export const STEPS_DUE: usize = 4
const ONWARD: usize = 8
const TOGETHER: usize = 12
const CLASS_COUNT: usize = 16
const CLASSES: usize = 20

function slotOf(key: i32): i32 {
  let slot = ((key * (0x9e3779b1 as i32)) >>> 7) & mask
  while (get(keys, slot) != 0 && get(keys, slot) != key) slot = (slot + 1) & mask
  return slot
}

function keyOf(node: usize, atom: i32): i32 {
  return (((node - nodes) >> 2) as i32) * atomCount + atom + 1
}

/**
 * @param edges node, atom and next node by turns
 * @param ends for each node: how many classes end there, and which
 */
export function prepareTrie(edges: usize, edgesLength: i32, ends: usize, endsLength: i32, atoms: i32): void {
  atomCount = atoms
  let count = 0
  for (let at = 0; at < endsLength; at += 1 + get(ends, at)) count++
  const recordOf = room(count)
  nodes = room(((CLASSES >> 2) as i32) * count + endsLength)
  let record = nodes
  count = 0
  for (let at = 0; at < endsLength; at += 1 + get(ends, at)) {
    const length = get(ends, at)
    set(recordOf, count++, record as i32)
    store<i32>(record, length, CLASS_COUNT)
    for (let i = 0; i < length; i++)
      store<u16>(record + CLASSES + ((i as usize) << 1), get(ends, at + 1 + i) as u16)
    record += CLASSES + ((((length + 1) >> 1) as usize) << 2)
  }
  let size = 16
  while (size < edgesLength) size *= 2
  mask = size - 1
  keys = room(size)
  values = room(size)
  for (let i = 0; i < edgesLength; i += 3) {
    const node = get(recordOf, get(edges, i)) as usize
    const atom = get(edges, i + 1)
    const key = keyOf(node, atom)
    const slot = slotOf(key)
    set(keys, slot, key)
    set(values, slot, get(recordOf, get(edges, i + 2)))
    store<i32>(node, load<i32>(node, ONWARD) | bitOf(atom), ONWARD)
  }
}

/** The node at which every phrase begins. */
export function root(): usize {
  return nodes
}

/** The node after another by way of an atom, or 0. */
export function childOf(node: usize, atom: i32): usize {
  return get(values, slotOf(keyOf(node, atom))) as usize
}

/** How many classes have a phrase that ends at a node. */
export function classCountOf(node: usize): i32 {
  return load<i32>(node, CLASS_COUNT)
}

/** Address of the classes that end at a node, in 16 bits each. */
export function classesOf(node: usize): usize {
  return node + CLASSES
}

/**
 * A record like a node's of all classes that end at two nodes, either of which may be 0; that of one where the other has none.
 * Words that stand for the same share one: it is kept with the other node in a chain of the node, both, and the next.
 */
export function bothOf(node: usize, other: usize): usize {
  if (classCountOf(other) == 0) return node
  if (node == 0) return other
  for (let at = load<i32>(other, TOGETHER) as usize; at != 0; at = get(at, 2) as usize)
    if ((get(at, 0) as usize) == node) return get(at, 1) as usize
  const both = putTogether(node, other)
  const link = room(3)
  set(link, 0, node as i32)
  set(link, 1, both as i32)
  set(link, 2, load<i32>(other, TOGETHER))
  store<i32>(other, link as i32, TOGETHER)
  return both
}

function putTogether(node: usize, other: usize): usize {
  let count = classCountOf(node)
  const more = classCountOf(other)
  const both = room(((CLASSES >> 2) as i32) + ((count + more + 1) >> 1))
  const classes = classesOf(both)
  memory.copy(classes, classesOf(node), (count as usize) << 1)
  for (let i = 0; i < more; i++) {
    const id = load<u16>(classesOf(other) + ((i as usize) << 1))
    let known = false
    for (let j = 0; j < count && !known; j++) known = load<u16>(classes + ((j as usize) << 1)) == id
    if (!known) store<u16>(classes + ((count++ as usize) << 1), id)
  }
  store<i32>(both, count, CLASS_COUNT)
  return both
}

/** One bit of an atom: of two atoms one in 32 has the same. */
export function bitOf(atom: i32): i32 {
  return 1 << (((atom * (0x9e3779b1 as i32)) >>> 27) & 31)
}

/** Bits of the atoms by which phrases go on from a node. */
export function onwardBits(node: usize): i32 {
  return load<i32>(node, ONWARD)
}

/** Whether a phrase may go on from a node with a word whose atoms have these bits: most do not, and are passed over. */
export function mayGoOn(node: usize, bits: i32): bool {
  return (onwardBits(node) & bits) != 0
}
