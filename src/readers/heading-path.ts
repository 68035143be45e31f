/** The headings above a place, kept while a reader walks its document. */
export interface HeadingPath {
  /** All headings above what follows now, outermost first. */
  readonly current: () => readonly string[]
  /** Those above a heading of this level. */
  readonly above: (level: number) => readonly string[]
  /** Passes a heading: it stands above what follows, and headings of its level or deeper do no longer. */
  readonly enter: (level: number, heading: string) => void
}

export const headingPath = (): HeadingPath => {
  let open: readonly { readonly level: number; readonly heading: string }[] = []
  let names: readonly string[] = []
  return {
    current: () => names,
    above: level => open.filter(entry => entry.level < level).map(({ heading }) => heading),
    enter: (level, heading) => {
      open = [...open.filter(entry => entry.level < level), { level, heading }]
      names = open.map(entry => entry.heading)
    },
  }
}
