import { get, room, set } from './numbers'

/** The trie of fixed phrases: its edges as an open-addressed table, and the classes that end at each node. */

let keys: usize = 0
let values: usize = 0
let mask: i32 = 0
let atomCount: i32 = 0

/** Classes that have a phrase which ends at a node, each list led by its length. */
let endLists: usize = 0
/** Where each node's list begins, behind its length. */
let endOffsets: usize = 0
/** For each node, the bits of the atoms by which a phrase goes on from it. */
let onward: usize = 0
export let nodeCount: i32 = 0

function slotOf(key: i32): i32 {
  let slot = ((key * (0x9e3779b1 as i32)) >>> 7) & mask
  while (get(keys, slot) != 0 && get(keys, slot) != key) slot = (slot + 1) & mask
  return slot
}

/**
 * @param edges node, atom and next node by turns
 * @param ends for each node: how many classes end there, and which
 */
export function prepareTrie(edges: usize, edgesLength: i32, ends: usize, endsLength: i32, atoms: i32): void {
  atomCount = atoms
  let size = 16
  while (size < edgesLength) size *= 2
  mask = size - 1
  keys = room(size)
  values = room(size)
  endLists = ends
  endOffsets = room(endsLength)
  nodeCount = 0
  for (let at = 0; at < endsLength; at += 1 + get(ends, at)) set(endOffsets, nodeCount++, at + 1)
  onward = room(nodeCount)
  for (let i = 0; i < edgesLength; i += 3) {
    const node = get(edges, i)
    const key = node * atomCount + get(edges, i + 1) + 1
    const slot = slotOf(key)
    set(keys, slot, key)
    set(values, slot, get(edges, i + 2))
    set(onward, node, get(onward, node) | bitOf(get(edges, i + 1)))
  }
}

/** The node after `node` by way of `atom`, or 0. */
export function childOf(node: i32, atom: i32): i32 {
  return get(values, slotOf(node * atomCount + atom + 1))
}

/** Address of the classes that end at a node; their number stands before it. */
export function endsAt(node: i32): usize {
  return endLists + ((get(endOffsets, node) as usize) << 2)
}

/** One bit of an atom: of two atoms one in 32 has the same. */
export function bitOf(atom: i32): i32 {
  return 1 << (((atom * (0x9e3779b1 as i32)) >>> 27) & 31)
}

/** Whether a phrase may go on from a node with a word whose atoms have these bits: most do not, and are passed over. */
export function mayGoOn(node: i32, bits: i32): bool {
  return (get(onward, node) & bits) != 0
}
