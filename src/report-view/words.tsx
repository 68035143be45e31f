import type { VNode } from 'preact'

/**
 * Characters that act on the text around them instead of being seen: controls, and marks that turn the direction of
 * writing or hide letters. They are shown by their names, so that a text reads as it is stored.
 */
const ACTING =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\u{e0000}-\u{e007f}]/gu

const nameOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`

/** A text of a document for places that hold no elements: names, titles. */
export const plain = (text: string): string => text.replace(ACTING, character => `[${nameOf(character)}]`)

/** A text of a document, as text: what it holds of markup is seen, what acts unseen is named. */
export const Words = ({ children: text }: { readonly children: string }): VNode => {
  const pieces: (VNode | string)[] = []
  let from = 0
  for (const { 0: character, index } of text.matchAll(ACTING)) {
    pieces.push(text.slice(from, index))
    pieces.push(
      <span class="acting" title="A character that is not seen by itself">
        {nameOf(character)}
      </span>,
    )
    from = index + character.length
  }
  return <>{pieces.length === 0 ? text : [...pieces, text.slice(from)]}</>
}
