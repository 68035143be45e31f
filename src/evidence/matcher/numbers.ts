/** Numbers of 32 bits in a row, known by the address of the first. Nothing here asks whether an index is in range. */

/** Room for so many numbers, all 0 since memory is never used twice: what was taken is not given back. */
export function room(count: i32): usize {
  return heap.alloc((count as usize) << 2)
}

/** Room for twice as many, with what was there; all that was taken for it before comes to less than the last. */
export function moved(numbers: usize, count: i32, to: i32): usize {
  const larger = room(to)
  memory.copy(larger, numbers, (count as usize) << 2)
  return larger
}

export function get(numbers: usize, index: i32): i32 {
  return load<i32>(numbers + ((index as usize) << 2))
}

export function set(numbers: usize, index: i32, value: i32): void {
  store<i32>(numbers + ((index as usize) << 2), value)
}

export function clear(numbers: usize, count: i32): void {
  memory.fill(numbers, 0, (count as usize) << 2)
}
