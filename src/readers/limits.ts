/** Bounds that keep every run short. Real disclosures are some kilobytes; a whole annual report is a few megabytes. */
const MEBIBYTE = 1024 * 1024

/** Largest JSON file, plain text, viewer page, or one line of NDJSON (an NDJSON file itself has no bound). */
export const MAX_TEXT_BYTES = 64 * MEBIBYTE
/** Largest Markdown draft or YAML file: their parsers hold many objects for each line. */
export const MAX_MARKUP_BYTES = 2 * MEBIBYTE
/** Most lines of a Markdown draft, and most bars ("|") of one with tables: each line and each cell is parsed on its own. */
export const MAX_MARKDOWN_LINES = 50_000
export const MAX_TABLE_BARS = 50_000
/** Most signs of emphasis, links and code in a Markdown draft: the parser holds some objects for each. */
export const MAX_MARKDOWN_SIGNS = 50_000
/** Most lines that open a list or quotation within another: the parser's time grows with their square. */
export const MAX_NESTED_LINES = 2000
/** Deepest nesting of HTML elements and of YAML values. */
export const MAX_NESTING = 100
/** Deepest nesting of an HTML document or filing that is parsed at all: the parser's time grows with its square. */
export const MAX_OPEN_ELEMENTS = 5000
/** Most markup that is read as the item, or as the text of tags: real items have some hundred kilobytes. */
export const MAX_ITEM_MARKUP = 8 * MEBIBYTE
/** Deepest nesting of quotations, lists and blocks in Markdown, whose parser looks at each of them again on each line. */
export const MAX_MARKDOWN_NESTING = 20

/** A size in words, for messages. */
export const inMebibytes = (bytes: number): string => `${Math.round((bytes / MEBIBYTE) * 10) / 10} MiB`
