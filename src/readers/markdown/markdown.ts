import type { Flag } from '../../model/disclosure.js'
import { itemOf } from '../../model/forms.js'
import { type TextSource, textSource } from '../../model/span.js'
import { NO_FORM, resolveForm } from '../form.js'
import { documentEntry, errorEntry, type OpenInput, type ReadEntry, type ReaderInput } from '../input.js'
import { holdsItem } from '../item-section.js'
import { suppressionComments } from '../suppression-comments.js'
import { outOfBounds } from './bounds.js'
import { type Draft, readDraft } from './draft.js'
import { fenceProblems } from './fences.js'
import { type FrontMatter, NO_FRONT_MATTER, readFrontMatter } from './front-matter.js'
import { offsetsOf } from './offsets.js'
import { parseMarkdown } from './parse.js'
import { verbatimIn } from './verbatim.js'

const NO_DISCLOSURE =
  'it is Markdown without a heading of Item 1C or 16K, a form in its front matter, or a block'

/** A draft that is not parsed, and why. */
const failed = (path: string, text: string, message: string): OpenInput => ({
  kind: 'markdown',
  skipped: holdsItem(text) ? null : NO_DISCLOSURE,
  entries: () => [errorEntry(path, message)],
})

const lineOf = (source: TextSource, offset: number): number => source.span(offset, offset).start.line

/** Flags of the front matter and of tables; where both give one, they must agree. */
const mergedFlags = (
  source: TextSource,
  matter: FrontMatter,
  draft: Draft,
  problems: string[],
): readonly Flag[] => {
  const flags: Flag[] = []
  const add = (flag: FrontMatter['flags'][number], given: NonNullable<Flag['given']>): void => {
    const { element, value, start, end } = flag
    const before = flags.find(flag => flag.element === element)
    if (!before) {
      const marked = draft.marks.get(element)
      flags.push({
        element,
        value,
        origin: marked ? 'directive' : 'facts',
        given,
        at: marked ?? { source, start, end },
      })
    } else if (before.value !== value)
      problems.push(
        `line ${lineOf(source, start)}: the flag "${element.name}" is ${value} here and ${before.value} on line ${lineOf(source, before.at.start)}. Keep one value.`,
      )
  }
  for (const flag of matter.flags) add(flag, 'front matter')
  for (const flag of draft.flags) add(flag, 'table')
  return flags.sort((a, b) => a.at.start - b.at.start)
}

/** Whether there may be HTML with words in it: a tag, or something after a comment. */
const hasMarkup = (text: string): boolean => /<[a-z]/i.test(text) || /-->[ \t]*\S/.test(text)

/** Reads a Markdown draft: front matter, directives, headings, tables. */
export const openMarkdown = async ({ path, text, options }: ReaderInput): Promise<OpenInput> => {
  const problem = outOfBounds(text)
  if (problem !== undefined) return failed(path, text, problem)
  const source = textSource(text)
  const root = parseMarkdown(text)
  const [first] = root.children
  const matter =
    first?.type === 'yaml'
      ? readFrontMatter(first.value, offsetsOf(first)[0] + text.indexOf('\n') + 1)
      : NO_FRONT_MATTER
  const problems = [...matter.problems]
  if (first?.type !== 'yaml' && /^---[ \t]*\r?\n[A-Za-z][\w-]*[ \t]*:/.test(text))
    problems.push('the front matter that opens on line 1 is not closed. Close it with a line "---".')
  const addHtml = hasMarkup(text) ? (await import('../html/html-prose.js')).addHtml : undefined
  const form = options.form ?? matter.form ?? options.assumedForm?.form
  const draft = readDraft(root, source, form, addHtml)
  const inDraft = [...fenceProblems(root, text), ...draft.problems].sort((a, b) => a.at - b.at)
  for (const { at, message } of inDraft) problems.push(`line ${lineOf(source, at)}: ${message}`)
  const flags = mergedFlags(source, matter, draft, problems)
  const isDisclosure = draft.isDisclosure || matter.form !== undefined || matter.flags.length > 0

  function* entries(): Generator<ReadEntry> {
    for (const problem of problems) yield errorEntry(path, problem)
    if (problems.length > 0) return
    const stated = matter.form && { form: matter.form, where: 'front matter' }
    const guess = resolveForm(
      options,
      stated,
      () => [draft.prose.text],
      draft.blocks.map(({ element }) => element),
    )
    if (!guess) {
      yield errorEntry(path, NO_FORM)
      return
    }
    const given = new Set(flags.map(({ element }) => element))
    const unused = [...draft.marks]
      .filter(([element]) => !given.has(element))
      .map(([element, at]) => ({
        message: `The words marked ":${element.name}" give the flag no value: state "${element.name}" under "flags" in the front matter.`,
        at,
      }))
    yield documentEntry({
      path,
      id: matter.id,
      form: guess.form,
      formFrom: guess.from,
      item: itemOf(guess.form),
      view: 'item',
      registrant: matter.registrant,
      periodOfReport: matter.periodOfReport,
      flags,
      blocks: draft.blocks,
      prose: [draft.prose],
      notes: [...draft.notes, ...unused],
      suppressionComments: suppressionComments(source, verbatimIn(root)),
    })
  }
  return {
    kind: 'markdown',
    skipped: isDisclosure ? null : NO_DISCLOSURE,
    entries,
  }
}
