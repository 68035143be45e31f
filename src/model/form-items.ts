import type { Form } from './forms.js'

/** One item of a form: its number, and how its title begins. */
export interface FormItem {
  /** "1A"; a lettered part of an item of Form 20-F is listed with it ("3D"). */
  readonly number: string
  readonly part: 'I' | 'II' | 'III' | 'IV'
  /** How the title begins, in words by which it is told from all others; null where the form gives none. */
  readonly title: string | null
}

const inPart = (
  part: FormItem['part'],
  items: readonly (readonly [number: string, title: string | null])[],
): readonly FormItem[] => items.map(([number, title]) => ({ number, part, title }))

/** The items of Form 10-K, which Forms 10-KT and 10-K/A share. */
const OF_10K: readonly FormItem[] = [
  ...inPart('I', [
    ['1', 'Business'],
    ['1A', 'Risk Factors'],
    ['1B', 'Unresolved Staff Comments'],
    ['1C', 'Cybersecurity'],
    ['2', 'Properties'],
    ['3', 'Legal Proceedings'],
    ['4', 'Mine Safety Disclosures'],
  ]),
  ...inPart('II', [
    ['5', 'Market for'],
    ['6', '[Reserved]'],
    ['7', 'Management’s Discussion and Analysis'],
    ['7A', 'Quantitative and Qualitative Disclosures'],
    ['8', 'Financial Statements and Supplementary Data'],
    ['9', 'Changes in and Disagreements'],
    ['9A', 'Controls and Procedures'],
    ['9B', 'Other Information'],
    ['9C', 'Disclosure Regarding Foreign Jurisdictions'],
  ]),
  ...inPart('III', [
    ['10', 'Directors, Executive Officers and Corporate Governance'],
    ['11', 'Executive Compensation'],
    ['12', 'Security Ownership'],
    ['13', 'Certain Relationships'],
    ['14', 'Principal Accountant Fees'],
  ]),
  ...inPart('IV', [
    ['15', 'Exhibits'],
    ['16', 'Form 10-K Summary'],
  ]),
]

/**
 * Letters after an item, as "ABC". Letters that the form had until lately, and those of parts that it gives in
 * parentheses, are listed too: who points to them points somewhere.
 */
const LETTERS_OF_20F: Readonly<Record<string, string>> = {
  '1': 'ABC',
  '2': 'ABC',
  '3': 'ABCD',
  '4': 'ABCDE',
  '5': 'ABCDEFG',
  '6': 'ABCDEF',
  '7': 'ABC',
  '8': 'AB',
  '9': 'ABCDEF',
  '10': 'ABCDEFGHIJ',
  '11': 'ABCDEF',
  '12': 'ABCD',
  '14': 'ABCDE',
  '15': 'ABCDT',
  '16': 'ABCDEFGHIJK',
}

/** Titles of lettered parts by which pointers to them go. */
const TITLES_OF_20F: Readonly<Record<string, string>> = {
  '3D': 'Risk Factors',
  '4A': 'Unresolved Staff Comments',
  '4B': 'Business Overview',
  '6C': 'Board Practices',
  '16G': 'Corporate Governance',
  '16K': 'Cybersecurity',
}

const withLetters = ({ number, part, title }: FormItem): readonly FormItem[] => [
  { number, part, title },
  ...[...(LETTERS_OF_20F[number] ?? '')].map(letter => ({
    number: `${number}${letter}`,
    part,
    title: TITLES_OF_20F[`${number}${letter}`] ?? null,
  })),
]

/** The items of Form 20-F. */
const OF_20F: readonly FormItem[] = [
  ...inPart('I', [
    ['1', 'Identity of Directors'],
    ['2', 'Offer Statistics'],
    ['3', 'Key Information'],
    ['4', 'Information on the Company'],
    ['5', 'Operating and Financial Review'],
    ['6', 'Directors, Senior Management and Employees'],
    ['7', 'Major Shareholders'],
    ['8', 'Financial Information'],
    ['9', 'The Offer and Listing'],
    ['10', 'Additional Information'],
    ['11', 'Quantitative and Qualitative Disclosures'],
    ['12', 'Description of Securities'],
  ]),
  ...inPart('II', [
    ['13', 'Defaults'],
    ['14', 'Material Modifications'],
    ['15', 'Controls and Procedures'],
    ['16', null],
  ]),
  ...inPart('III', [
    // Those of 17 and 18 are one title.
    ['17', null],
    ['18', null],
    ['19', 'Exhibits'],
  ]),
].flatMap(withLetters)

/** Items that registrants add to Form 10-K by custom: a place that is there, though the form does not have it. */
const ADDED_TO_10K: ReadonlySet<string> = new Set(['1D', '4A', '9AT'])

/** One of the two annual forms, with its items. */
export interface ItemList {
  readonly form: '10-K' | '20-F'
  readonly items: readonly FormItem[]
}

const LIST_10K: ItemList = { form: '10-K', items: OF_10K }
const LIST_20F: ItemList = { form: '20-F', items: OF_20F }

/** The items of an annual form, and those of the other one; null for current reports. */
export const itemListsFor = (form: Form): { readonly own: ItemList; readonly other: ItemList } | null => {
  if (form.startsWith('10-K')) return { own: LIST_10K, other: LIST_20F }
  return form.startsWith('20-F') ? { own: LIST_20F, other: LIST_10K } : null
}

/** An item by its number; letters may be of either case. */
export const itemNumbered = ({ items }: ItemList, number: string): FormItem | undefined =>
  items.find(item => item.number === number.toUpperCase())

/** Whether reports on the form have such an item, by the form or by custom. */
export const hasItem = (list: ItemList, number: string): boolean =>
  itemNumbered(list, number) !== undefined || (list.form === '10-K' && ADDED_TO_10K.has(number.toUpperCase()))

/** Letters and digits alone, in lower case: titles differ in marks, and filings lose them and glue words. */
const bare = (text: string): string =>
  text
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[’'`]/g, '')
    .replace(/&/g, 'and')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

/** Titles of a list as they compare, each of two words or more; made when they are first asked for. */
const bareTitles = new Map<ItemList, readonly { readonly item: FormItem; readonly title: string }[]>()
const titlesOf = (list: ItemList): readonly { readonly item: FormItem; readonly title: string }[] => {
  const known = bareTitles.get(list)
  if (known) return known
  const titles = list.items
    .map(item => ({ item, title: bare(item.title ?? '') }))
    .filter(({ title }) => title.includes(' '))
  bareTitles.set(list, titles)
  return titles
}

/** The item whose title the words begin with. Titles of one word stand for many things and tell nothing. */
export const itemTitled = (list: ItemList, words: string): FormItem | undefined => {
  if (words === '') return undefined
  const said = bare(words)
  return titlesOf(list).find(({ title }) => said === title || said.startsWith(`${title} `))?.item
}
