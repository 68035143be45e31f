/** Frames in which an element is brought into view again. */
const FRAMES = 4

/**
 * Brings an element into the middle of the window. Parts of the page are laid out only when they come near it, which
 * moves what is below them, so it is done again while they are.
 */
const bring = (element: Element | null | undefined, frames = FRAMES): void => {
  element?.scrollIntoView({ block: 'center', behavior: 'instant' })
  if (element && frames > 0) requestAnimationFrame(() => bring(element, frames - 1))
}

/** Brings the words that are picked into view. */
export const showText = (page: HTMLElement | null): void =>
  bring(page?.querySelector('.text .chosen') ?? page?.querySelector('.text .on'))

/** Brings what is said of words into view, and the keyboard to it. */
export const showReport = (id: string): void => {
  const element = document.getElementById(id)
  bring(element)
  element?.querySelector('button')?.focus({ preventScroll: true })
}
