const behavior = (): ScrollBehavior =>
  matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth'

/** Brings the words that are picked into view. */
export const showText = (page: HTMLElement | null): void => {
  const words = page?.querySelector('.text .chosen') ?? page?.querySelector('.text .on')
  words?.scrollIntoView({ block: 'center', behavior: behavior() })
}

/** Brings what is said of words into view, and the keyboard to it. */
export const showReport = (id: string): void => {
  const element = document.getElementById(id)
  element?.scrollIntoView({ block: 'center', behavior: behavior() })
  element?.querySelector('button')?.focus({ preventScroll: true })
}
