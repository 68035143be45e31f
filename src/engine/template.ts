/** `{value}` in a template; `[[…]]` round a passage that is left out where a value in it is empty. */
const PLACEHOLDER = /\{([a-zA-Z]+)\}/g
const OPTIONAL = /\s*\[\[([\s\S]*?)\]\]/g

/** Values that every template may use, whatever the check. */
export const COMMON_VALUES = ['form', 'item', 'citation', 'quote', 'element', 'block', 'text'] as const

/** Names of the values that a template asks for. */
export const placeholdersIn = (template: string): readonly string[] =>
  [...template.matchAll(PLACEHOLDER)].map(([, name = '']) => name)

/** A stretch of a template as it stands, or the name of a value. */
type Part = { readonly text: string } | { readonly name: string }

/** Parts in a row; where they are optional, they are left out if a value in them is empty. */
interface Passage {
  readonly parts: readonly Part[]
  readonly isOptional: boolean
}

const partsOf = (text: string): readonly Part[] =>
  text.split(PLACEHOLDER).map((piece, index) => (index % 2 === 0 ? { text: piece } : { name: piece }))

const passagesOf = (template: string): readonly Passage[] =>
  template
    .split(OPTIONAL)
    .map((piece, index) =>
      index % 2 === 0
        ? { parts: partsOf(piece), isOptional: false }
        : { parts: partsOf(` ${piece.trim()}`), isOptional: true },
    )

/** Templates taken apart: those of the rules in force, which fill them again and again. */
const known = new Map<string, readonly Passage[]>()

const takenApart = (template: string): readonly Passage[] => {
  const before = known.get(template)
  if (before) return before
  const passages = passagesOf(template)
  known.set(template, passages)
  return passages
}

/** Fills a template. A value that is not given is a mistake in the rule, which loading refuses. */
export const renderTemplate = (template: string, values: Readonly<Record<string, string>>): string => {
  let text = ''
  for (const { parts, isOptional } of takenApart(template)) {
    if (isOptional && parts.some(part => 'name' in part && !values[part.name])) continue
    for (const part of parts) text += 'name' in part ? (values[part.name] ?? '') : part.text
  }
  return text.trim()
}
