/** `{value}` in a template; `[[…]]` round a passage that is left out where a value in it is empty. */
const PLACEHOLDER = /\{([a-zA-Z]+)\}/g
const OPTIONAL = /\s*\[\[([\s\S]*?)\]\]/g

/** Values that every template may use, whatever the check. */
export const COMMON_VALUES = ['form', 'item', 'citation', 'quote', 'element', 'block', 'text'] as const

/** Names of the values that a template asks for. */
export const placeholdersIn = (template: string): readonly string[] =>
  [...template.matchAll(PLACEHOLDER)].map(([, name = '']) => name)

/** Fills a template. A value that is not given is a mistake in the rule, which loading refuses. */
export const renderTemplate = (template: string, values: Readonly<Record<string, string>>): string =>
  template
    .replace(OPTIONAL, (_, passage: string) =>
      placeholdersIn(passage).every(name => values[name]) ? ` ${passage.trim()}` : '',
    )
    .replace(PLACEHOLDER, (_, name: string) => values[name] ?? '')
    .trim()
