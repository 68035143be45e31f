import type { Nodes } from 'mdast'

/** Offsets of a node in its text. The parser gives every node a position; a node made by hand has none. */
export const offsetsOf = ({ position }: Nodes): readonly [start: number, end: number] => [
  position?.start.offset ?? 0,
  position?.end.offset ?? 0,
]
