import type { TargetedKeyboardEvent } from 'preact'

/** Where a key leads from one of a list of stops; undefined where it leads nowhere. */
const next = (key: string, stops: readonly HTMLElement[], from: HTMLElement): HTMLElement | undefined => {
  const index = stops.indexOf(from)
  if (key === 'ArrowDown') return stops[index + 1]
  if (key === 'ArrowUp') return stops[index - 1]
  if (key === 'Home') return stops[0]
  if (key === 'End') return stops.at(-1)
  return undefined
}

/** Moves the keyboard up and down the buttons that head the entries of a section, and to its ends. */
export const moveByArrows = (event: TargetedKeyboardEvent<HTMLButtonElement>): void => {
  const { key, currentTarget, altKey, ctrlKey, metaKey } = event
  if (altKey || ctrlKey || metaKey) return
  const stops = currentTarget.closest('.entries')?.querySelectorAll<HTMLElement>('h4 button') ?? []
  const stop = next(key, [...stops], currentTarget)
  if (!stop) return
  event.preventDefault()
  stop.focus()
}
