import { moved, room, set } from './numbers'

/**
 * Where each class was found in the sentence. Most words of a disclosure belong to a dozen classes, and most classes lead
 * to no match: so a place is written once, whatever the number of its classes, and a class lists its places.
 */

/**
 * Places of one class kept for one sentence; a page-long "sentence" of one word over and over stays cheap. Few enough for
 * a byte: the counts of all classes lie close together, since they are asked for more than anything else.
 */
export const PLACE_LIMIT: i32 = 64
/** Numbers from one list to the next: were they a power of two, most lists would share a few lines of the processor's cache. */
const LIST_LENGTH: i32 = PLACE_LIMIT + 1
const LIST_SIZE: usize = 4 * (LIST_LENGTH as usize)

/** First word, end word, first and end word of the focus, of each place. */
export let places: usize = room(4 * 1024)
let placesRoom: i32 = 4 * 1024
let placesEnd: i32 = 0

export let lists: usize = 0
/** How many places each class has, a byte each. */
export let counts: usize = 0
let classCount: i32 = 0

export function preparePlaces(classes: i32): void {
  classCount = classes
  lists = room(classes * LIST_LENGTH)
  counts = heap.alloc(classes as usize)
}

export function forgetPlaces(): void {
  placesEnd = 0
  memory.fill(counts, 0, classCount as usize)
}

/** Address of the list of a class: numbers that {@link addPlace} gave. */
export function listOf(id: i32): usize {
  return lists + (id as usize) * LIST_SIZE
}

export function countOf(id: i32): i32 {
  return load<u8>(counts + (id as usize)) as i32
}

export function setCount(id: i32, count: i32): void {
  store<u8>(counts + (id as usize), count as u8)
}

/** Address of a place's four numbers. */
export function placeAt(place: i32): usize {
  return places + ((place as usize) << 2)
}

export function addPlace(start: i32, end: i32, focusStart: i32, focusEnd: i32): i32 {
  if (placesEnd + 4 > placesRoom) {
    places = moved(places, placesRoom, 2 * placesRoom)
    placesRoom *= 2
  }
  const place = placesEnd
  const at = placeAt(place)
  store<i32>(at, start)
  store<i32>(at, end, 4)
  store<i32>(at, focusStart, 8)
  store<i32>(at, focusEnd, 12)
  placesEnd += 4
  return place
}

/** Notes a place for each class of a list of 16-bit numbers. */
export function noteAll(ids: usize, length: i32, place: i32): void {
  // Known here once: that the lists stay where they are while places are noted is not seen from within the loop.
  const allCounts = counts
  const allLists = lists
  const end = ids + ((length as usize) << 1)
  for (let at = ids; at < end; at += 2) noteIn(allCounts, allLists, load<u16>(at), place)
}

export function note(id: i32, place: i32): void {
  noteIn(counts, lists, id, place)
}

function noteIn(allCounts: usize, allLists: usize, id: i32, place: i32): void {
  const at = allCounts + (id as usize)
  const count = load<u8>(at) as i32
  if (count == PLACE_LIMIT) return
  set(allLists + (id as usize) * LIST_SIZE, count, place)
  store<u8>(at, (count + 1) as u8)
}
