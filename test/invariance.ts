import { type ExampleContent, exampleInput } from '../src/api/example-input.js'
import { elementNamed, viewerLabel } from '../src/model/elements.js'

/**
 * Changes of form that may not change a judgment: rewrapping, a list item, a table cell, bold or a split tag inside a
 * phrase, other spaces and quotation marks, headings in capitals, "the Company" for "we", British spelling. The
 * examples of rules and of requirements are run through all of them.
 */

/** A small draft, as the examples of rules give it. */
export type Draft = ExampleContent

/** A file as a reader gets it; the form is given apart, as `--form` gives it. */
export interface DraftFile {
  readonly path: string
  readonly text: string
  readonly bytes?: Uint8Array
}

/** Writes a paragraph in the markup of a kind of file. */
interface Markup {
  readonly markdown: (paragraph: string) => string
  readonly html: (paragraph: string) => string
}

/** A change of form: of the words themselves, or of the markup round them. */
export type Change = { readonly name: string } & (
  | { readonly words: (text: string) => string; readonly markup?: undefined }
  | { readonly markup: Markup; readonly words?: undefined }
)

const plain: Markup = { markdown: paragraph => paragraph, html: paragraph => `<p>${escaped(paragraph)}</p>` }

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')

/** Marks the second and third of three plain words in a row, or the end of one long word. */
const inside = (text: string, mark: (words: string) => string): string =>
  text.replace(/(?<=[A-Za-z]{2} )[a-z]{2,} [a-z]{2,}(?= [a-z])/, mark)

const insideWord = (text: string, mark: (part: string) => string): string =>
  text.replace(/(?<=\b[a-z]{4})[a-z]{4,}\b/, mark)

const MODALS = /^(?:may|might|can|could|should|shall|will|would|must|did|had)$/
const IRREGULAR: Readonly<Record<string, string>> = { have: 'has', are: 'is', do: 'does', were: 'was' }

const thirdPerson = (verb: string): string => {
  if (MODALS.test(verb) || /(?:ed|ly|also|not|s)$/.test(verb)) return verb
  return (
    IRREGULAR[verb] ?? (/(?:ch|sh|x)$/.test(verb) ? `${verb}es` : `${verb.replace(/([^aeiou])y$/, '$1ie')}s`)
  )
}

const asTheCompany = (text: string): string =>
  text
    .replace(
      /\b(We|we) (\w+)/g,
      (_, we: string, verb: string) => `${we === 'We' ? 'The' : 'the'} Company ${thirdPerson(verb)}`,
    )
    .replace(/\bOur\b/g, 'The Company’s')
    .replace(/\bour\b/g, 'the Company’s')
    .replace(/\bus\b/g, 'the Company')

const BRITISH: readonly (readonly [RegExp, string])[] = [
  [/\b([Pp])rogram(s?)\b/g, '$1rogramme$2'],
  [/\b(\w{3,})iz(e[ds]?|ing|ation|ations|ational)\b/g, '$1is$2'],
  [/\b([Dd])efense/g, '$1efence'],
  [/\b([Uu])nauthorized\b/g, '$1nauthorised'],
  [/\b([Aa])nalyz(e[ds]?|ing)\b/g, '$1nalys$2'],
]

export const CHANGES: readonly Change[] = [
  { name: 'as it is', markup: plain },
  { name: 'rewrapped', words: text => text.replace(/([^\n]{30,45}) (?=\S)/g, '$1\n') },
  { name: 'no-break spaces', words: text => text.replace(/(\w) (\w+) (?=\w)/g, '$1\u00a0$2 ') },
  {
    name: 'smart quotes',
    words: text => text.replace(/(\w)'(\w)/g, '$1’$2').replace(/"([^"\n]*)"/g, '“$1”'),
  },
  { name: 'dropped apostrophes', words: text => text.replace(/(\w)['’](\w)/g, '$1$2') },
  {
    name: 'headings in capitals',
    words: text => text.replace(/^Item [^\n]{0,40}$/m, heading => heading.toUpperCase()),
  },
  { name: '"the Company" for "we"', words: asTheCompany },
  {
    name: 'British spelling',
    words: text => BRITISH.reduce((changed, [american, british]) => changed.replace(american, british), text),
  },
  {
    name: 'list item',
    markup: {
      markdown: paragraph => `- ${paragraph.replace(/\n/g, '\n  ')}`,
      html: paragraph => `<ul><li>${escaped(paragraph)}</li></ul>`,
    },
  },
  {
    name: 'table cell',
    markup: {
      markdown: paragraph => `| ${paragraph.replace(/\n/g, ' ')} |\n| --- |`,
      html: paragraph => `<table><tr><td>${escaped(paragraph)}</td></tr></table>`,
    },
  },
  {
    name: 'bold inside a phrase',
    markup: {
      markdown: paragraph => inside(paragraph, words => `**${words}**`),
      html: paragraph => `<p>${inside(escaped(paragraph), words => `<b>${words}</b>`)}</p>`,
    },
  },
  {
    name: 'tag inside a word',
    markup: {
      markdown: paragraph => insideWord(paragraph, part => `**${part}**`),
      html: paragraph => `<p>${insideWord(escaped(paragraph), part => `<span>${part}</span>`)}</p>`,
    },
  },
]

const isHeading = (paragraph: string): boolean =>
  /^item (?:1c|16k|1\.05)\b[^.\n]*\.?[^.\n]*$/i.test(paragraph)

const asMarkdown = (draft: Draft, text: string, markup: Markup): DraftFile => {
  const flags = Object.entries(draft.flags ?? {}).map(([name, value]) => `  ${name}: ${value}`)
  const front = [
    `form: ${draft.form}`,
    ...(draft.periodOfReport ? [`periodOfReport: ${draft.periodOfReport}`] : []),
    ...(flags.length > 0 ? ['flags:', ...flags] : []),
  ]
  const body = text
    .split(/\n{2,}/)
    .map(paragraph => (isHeading(paragraph) ? `# ${paragraph}` : markup.markdown(paragraph)))
  return { path: 'draft.md', text: `---\n${front.join('\n')}\n---\n\n${body.join('\n\n')}\n` }
}

/** A draft of facts as JSON. */
const asFacts = (draft: Draft): DraftFile => ({ path: 'facts.json', text: JSON.stringify(draft) })

/** Facts as a page of EDGAR's viewer, which holds their markup. */
const asViewerPage = ({ periodOfReport = '2025-12-31', flags, blocks }: Draft, markup: Markup): DraftFile => {
  const [year, month, day] = periodOfReport.split('-')
  const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
  const row = (name: string, datatype: 'boolean' | 'textBlock', value: string): string => {
    const element = elementNamed(name, datatype)
    if (!element) throw new Error(`an example names "${name}", which is no ${datatype} of the taxonomy`)
    return `<tr><td class="pl">${viewerLabel(element)}</td><td class="text">${value}</td></tr>`
  }
  const rows = [
    ...Object.entries(flags ?? {}).map(([name, value]) => row(name, 'boolean', String(value))),
    ...Object.entries(blocks ?? {}).map(([name, text]) =>
      row(
        name,
        'textBlock',
        text
          .split(/\n{2,}/)
          .map(markup.html)
          .join('\n'),
      ),
    ),
  ]
  return {
    path: 'R4.htm',
    text: `<html><body><table class="report"><tr><th class="tl">Cybersecurity Risk Management and Strategy Disclosure</th><th class="th">12 Months Ended<br/>${months[Number(month) - 1]}. ${Number(day)}, ${year}</th></tr>\n${rows.join('\n')}\n</table></body></html>`,
  }
}

const mapped = <T, U>(values: Readonly<Record<string, T>>, to: (value: T) => U): Record<string, U> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, to(value)]))

/**
 * A draft under a change of form, as a file.
 * @returns null where the draft cannot take the change: a page of the viewer tells nothing of what its source cut, and
 * holds no markup in an empty block; a tagged document and one of Word are taken as they are
 */
export const changed = (draft: Draft, change: Change): DraftFile | null => {
  if (draft.inline !== undefined || draft.word !== undefined)
    return change.name === 'as it is' ? exampleInput(draft) : null
  const words = change.words ?? (text => text)
  const markup = change.markup ?? plain
  if (draft.text !== undefined && !draft.blocks) return asMarkdown(draft, words(draft.text), markup)
  const facts: Draft = {
    ...draft,
    ...(draft.text === undefined ? {} : { text: words(draft.text) }),
    ...(draft.blocks ? { blocks: mapped(draft.blocks, words) } : {}),
  }
  if (change.words || change.name === 'as it is') return asFacts(facts)
  const hasPage = draft.text === undefined && !draft.truncated && draft.form !== '8-K'
  return hasPage && Object.values(draft.blocks ?? {}).every(text => text.trim() !== '')
    ? asViewerPage(facts, markup)
    : null
}
