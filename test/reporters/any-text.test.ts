import fc from 'fast-check'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmTable } from 'micromark-extension-gfm-table'
import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { formatReport } from '../../src/api/format-report.js'
import type { Report } from '../../src/model/report.js'
import { harborReport } from './harbor-report.js'

/** Text that has what some format gives a meaning to. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom(
        ...[
          '`',
          '``',
          '*',
          '_',
          '[',
          ']',
          '](',
          '(x)',
          '<b>',
          '</details>',
          '|',
          '\\',
          '#',
          '# ',
          '- ',
          '1. ',
          '> ',
        ],
        ...[
          '::error::',
          '%0A',
          '%',
          ',',
          '"',
          "'",
          '\n',
          '\r\n',
          '\n\n',
          '    ',
          '```',
          '~~~',
          '---',
          '===',
          '=',
          '+',
        ],
        ...[
          '&lt;',
          ']]>',
          '<!--',
          '-->',
          '@a',
          '#1',
          'www.a.b',
          'http://a.b',
          '\u0000',
          '\ud800',
          'word',
          ' ',
        ],
      ),
      { maxLength: 12 },
    )
    .map(parts => parts.join('')),
)

/** A report with the text wherever a document's own words can stand. */
const reportWith = (text: string): Report => {
  const [draft] = harborReport.documents
  const [finding] = draft?.findings ?? []
  if (!draft || !finding) throw new Error('harbor-report.ts has no finding')
  const related = finding.related.map(each => ({ ...each, quote: text }))
  const changed = { ...finding, message: text, suggestion: text, quote: text, headings: [text], related }
  const document = {
    ...draft,
    path: `drafts/${text}`,
    registrant: text,
    findings: [changed, { ...changed, suppressed: text }],
    notChecked: [{ rule: '*', reason: text }],
  }
  return { ...harborReport, documents: [document], errors: [{ path: text, message: text }] }
}

/** Types of the nodes of a Markdown tree, and the HTML in it. */
const nodesOf = (
  markdown: string,
): { readonly types: ReadonlySet<string>; readonly html: ReadonlySet<string> } => {
  const types = new Set<string>()
  const html = new Set<string>()
  const visit = (node: {
    readonly type: string
    readonly value?: string
    readonly children?: readonly unknown[]
  }) => {
    types.add(node.type)
    if (node.type === 'html') html.add(node.value ?? '')
    for (const child of node.children ?? []) visit(child as typeof node)
  }
  visit(fromMarkdown(markdown, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] }))
  return { types, html }
}

describe('whatever a document says', () => {
  it.each(['junit', 'checkstyle'] as const)('the %s report is well-formed', format => {
    fc.assert(
      fc.property(anyText, text => {
        const problems: string[] = []
        const parser = new SaxesParser()
        parser.on('error', error => problems.push(error.message))
        parser.write(formatReport(reportWith(text), format)).close()
        expect(problems).toEqual([])
      }),
    )
  })

  it.each(['sarif', 'gitlab'] as const)('the %s report is JSON', format => {
    fc.assert(
      fc.property(anyText, text => {
        expect(() => JSON.parse(formatReport(reportWith(text), format))).not.toThrow()
      }),
      { numRuns: 30 },
    )
  })

  it('the GitHub report has as many commands as it should, one a line', () => {
    fc.assert(
      fc.property(anyText, text => {
        const lines = formatReport(reportWith(text), 'github')
          .trimEnd()
          .split(/\r\n|\r|\n/)
        expect(lines).toHaveLength(3)
        expect(lines.filter(line => /^::error file=[^,]*,(?:[a-z]+=[^,:]*,?)+::/i.test(line))).toHaveLength(2)
      }),
    )
  })

  it('the Markdown report has the markup that is its own, and no other', () => {
    const expected = nodesOf(formatReport(reportWith('words'), 'markdown'))
    fc.assert(
      fc.property(anyText, text => {
        const { types, html } = nodesOf(formatReport(reportWith(text), 'markdown'))
        expect([...types].filter(type => !expected.types.has(type) && type !== 'html')).toEqual([])
        expect([...html].filter(value => !expected.html.has(value) && value !== '<!-- -->')).toEqual([])
      }),
    )
  }, 60_000)
})
