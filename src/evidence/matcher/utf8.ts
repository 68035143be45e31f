/** The character that was read last: its first UTF-16 unit, its second or 0, and how many bytes it takes. */
export let character: i32 = 0
export let secondUnit: i32 = 0
export let characterSize: usize = 0

/** Reads the character at an address. The host's own encoder made the text, so that it is sound. */
export function characterAt(at: usize): void {
  const first = load<u8>(at) as i32
  secondUnit = 0
  if (first < 0x80) {
    character = first
    characterSize = 1
  } else if (first < 0xe0) {
    character = ((first & 0x1f) << 6) | continued(at, 1)
    characterSize = 2
  } else if (first < 0xf0) {
    character = ((first & 0x0f) << 12) | (continued(at, 1) << 6) | continued(at, 2)
    characterSize = 3
  } else {
    const point =
      ((first & 0x07) << 18) | (continued(at, 1) << 12) | (continued(at, 2) << 6) | continued(at, 3)
    character = 0xd7c0 + (point >> 10)
    secondUnit = 0xdc00 | (point & 0x3ff)
    characterSize = 4
  }
}

/** The six bits of a byte that continues a character. */
function continued(at: usize, index: i32): i32 {
  return (load<u8>(at + index) as i32) & 0x3f
}
