import type { Archive } from '../package/archive.js'
import type { Parts } from './parts.js'
import { readStories, type Story, type StoryBlock } from './story.js'
import type { Styles } from './styles.js'
import { readTree } from './xml.js'

/** The author of comments that cydlint makes. */
export const OWN_AUTHOR = 'cydlint'

/** A comment in the margin, with the answers to it. */
export interface Comment {
  readonly id: string
  readonly author: string
  readonly text: string
}

const wordsOf = (blocks: readonly StoryBlock[]): string =>
  blocks
    .map(block =>
      block.type === 'table'
        ? block.rows.map(row => row.map(wordsOf).join(' ')).join(' ')
        : block.pieces
            .map(piece =>
              piece.type === 'run' && piece.change?.kind !== 'deletion' && piece.change?.kind !== 'moved-away'
                ? piece.text
                : '',
            )
            .join(''),
    )
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim()

/** Id of the last paragraph of a comment, by which answers refer to it. */
const idOf = ({ blocks }: Story): string | undefined => {
  const last = blocks.at(-1)
  return last?.type === 'paragraph' ? last.id : undefined
}

interface State {
  readonly answers: string | undefined
  readonly isDone: boolean
}

const statesOf = (archive: Archive, part: string | undefined): ReadonlyMap<string, State> => {
  const states = new Map<string, State>()
  if (part === undefined) return states
  for (const { attributes } of readTree(archive, part).children) {
    const id = attributes['w15:paraId']
    if (id !== undefined)
      states.set(id, {
        answers: attributes['w15:paraIdParent'],
        isDone: /^(?:1|true|on)$/.test(attributes['w15:done'] ?? ''),
      })
  }
  return states
}

/** Reads the comments that are still open; an answer is told with the comment that it answers. */
export const readComments = (archive: Archive, parts: Parts, styles: Styles): readonly Comment[] => {
  if (parts.comments === undefined) return []
  const states = statesOf(archive, parts.commentsExtended)
  interface Thread {
    readonly id: string
    readonly author: string
    text: string
    readonly isDone: boolean
    isAnswered: boolean
  }
  const threads = new Map<string, Thread>()
  const { stories } = readStories(archive, parts.comments, styles)
  for (const story of stories) {
    const id = story.attributes['w:id'] ?? ''
    const author = story.attributes['w:author'] ?? ''
    const text = wordsOf(story.blocks)
    const own = idOf(story)
    const state = own === undefined ? undefined : states.get(own)
    const parent = state?.answers === undefined ? undefined : threads.get(state.answers)
    if (parent) {
      parent.text += ` / ${author === '' ? '' : `${author}: `}${text}`
      parent.isAnswered = true
    } else
      threads.set(own ?? `comment ${id}`, {
        id,
        author,
        text,
        isDone: state?.isDone ?? false,
        isAnswered: false,
      })
  }
  const open = [...threads.values()].filter(({ isDone }) => !isDone)
  // What an earlier check said is told once: its findings are found anew.
  const isOwn = ({ author, isAnswered }: Thread): boolean => author === OWN_AUTHOR && !isAnswered
  const [first, ...others] = open.filter(isOwn)
  if (!first || others.length === 0) return open
  const all = { ...first, text: `${others.length + 1} comments of an earlier check` }
  return open.flatMap(each => (each === first ? all : isOwn(each) ? [] : each))
}
