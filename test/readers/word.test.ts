import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { blocks, flags, units } from './reading.js'
import {
  del,
  heading,
  ins,
  item,
  NAMESPACES,
  p,
  r,
  readWord,
  style,
  t,
  table,
  word,
  wordFiles,
} from './word-document.js'

const ITEM = heading(1, 'Item 1C. Cybersecurity')
const PROCESSES = 'We assess, identify and manage material risks from cybersecurity threats.'
const OVERSIGHT = 'The Audit Committee oversees risks from cybersecurity threats.'

/** Units of a document, without its first heading. */
const read = async (body: string, more: Omit<Parameters<typeof wordFiles>[0], 'body'> = {}) =>
  units(await word({ body: ITEM + body, ...more })).slice(1)

describe('the words of a Word document', () => {
  it('are those of its runs, however they are split', async () => {
    expect(await read(p(r('cyber') + r('security', '<w:b/>') + r(' threats')))).toEqual([
      'paragraph: cybersecurity threats',
    ])
  })

  it('hold tabs, line breaks, hyphens and symbols as a reader sees them', async () => {
    const body = p(
      r(`${t('We')}<w:tab/>${t('use')}<w:br/>${t('third')}<w:noBreakHyphen/>${t('party tools')}`) +
        r('<w:sym w:font="Wingdings" w:char="F06C"/>'),
      '<w:tabs><w:tab w:val="left" w:pos="720"/></w:tabs>',
    )
    expect(await read(body)).toEqual(['paragraph: We use third-party tools●'])
  })

  it('leave hidden text out, by the run or by its style', async () => {
    const styles =
      '<w:style w:type="character" w:styleId="Ghost"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style>'
    const body = p(
      r('Seen') +
        r(' hidden', '<w:vanish/>') +
        r(' ghost', '<w:rStyle w:val="Ghost"/>') +
        r(' and shown', '<w:rStyle w:val="Ghost"/><w:vanish w:val="0"/>'),
    )
    expect(await read(body, { styles })).toEqual(['paragraph: Seen and shown'])
  })

  it('are the results of fields, not what they ask for', async () => {
    const field = (instruction: string, result: string): string =>
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${instruction}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${r(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`
    const nested = `<w:r><w:fldChar w:fldCharType="begin"/></w:r>${r('IF ')}${field('MERGEFIELD x', '1')}<w:r><w:fldChar w:fldCharType="separate"/></w:r>${r('yes')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`
    const body =
      p(
        `${r('See ')}${field(' REF _Ref1 ', 'Item 1A')}${r(' and ')}<w:fldSimple w:instr="DATE">${r('today')}</w:fldSimple>`,
      ) +
      p(nested) +
      p(`${r('Open')}<w:r><w:fldChar w:fldCharType="begin"/></w:r>${r('lost')}`) +
      p('The rest is read.')
    expect(await read(body)).toEqual([
      'paragraph: See Item 1A and today',
      'paragraph: yes',
      'paragraph: Open',
      'paragraph: The rest is read.',
    ])
  })

  it('stand in content controls, hyperlinks and tags too, with placeholders that still show', async () => {
    const control = (content: string, properties = ''): string =>
      `<w:sdt><w:sdtPr><w:alias w:val="CISO"/>${properties}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`
    const body =
      control(p('Our program is reviewed.')) +
      p(
        `${r('Our CISO is ')}${control(r('Click or tap here to enter text.'), '<w:showingPlcHdr/>')}<w:hyperlink r:id="rId9">${r(' See our site')}</w:hyperlink><w:smartTag>${r('.')}</w:smartTag>`,
      )
    expect(await read(body)).toEqual([
      'paragraph: Our program is reviewed.',
      'paragraph: Our CISO is Click or tap here to enter text. See our site.',
    ])
  })

  it('stand in text boxes, which are read once and after their paragraph', async () => {
    const box = (words: string): string => `<w:txbxContent>${p(words)}</w:txbxContent>`
    const body = p(
      `${r('Before')}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>${box('In the box.')}</w:drawing></mc:Choice><mc:Fallback><w:pict>${box('In the box.')}</w:pict></mc:Fallback></mc:AlternateContent></w:r>${r(' and after.')}`,
    )
    expect(await read(body)).toEqual(['paragraph: Before and after.', 'paragraph: In the box.'])
  })

  it('stand in notes, after the paragraph that refers to them; separators do not', async () => {
    const note = (id: number, words: string, type = ''): string =>
      `<w:footnote ${type} w:id="${id}">${p(words)}</w:footnote>`
    const body = p(
      `${r('We have a program.')}<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:endnoteReference w:id="3"/></w:r>`,
    )
    expect(
      await read(body + p('It is tested.'), {
        footnotes: note(0, 'line', 'w:type="separator"') + note(2, 'The program began in 2021.'),
        endnotes: `<w:endnote w:id="3">${p('It is audited.')}</w:endnote>`,
      }),
    ).toEqual([
      'paragraph: We have a program.',
      'paragraph: The program began in 2021.',
      'paragraph: It is audited.',
      'paragraph: It is tested.',
    ])
  })

  it('are read under any prefix, in the strict variety of the format, from a part of any name', async () => {
    const xml = `<x:document xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:body><x:p><x:pPr><x:outlineLvl x:val="0"/></x:pPr><x:r><x:t>Item 1C. Cybersecurity</x:t></x:r></x:p><x:p><x:r><x:t>${OVERSIGHT}</x:t></x:r></x:p></x:body></x:document>`
    const files = wordFiles({ body: '', files: { 'word/document2.xml': xml } })
    const relations = new TextDecoder().decode(files['_rels/.rels']).replace('document.xml', 'document2.xml')
    const bytes = zipSync({ ...files, '_rels/.rels': new TextEncoder().encode(relations) })
    expect(units(await word(bytes))).toEqual(['heading: Item 1C. Cybersecurity', `paragraph: ${OVERSIGHT}`])
  })
})

describe('tracked changes of a Word document', () => {
  it('are read as accepted', async () => {
    const body = p(
      r('We ') +
        ins('regularly ') +
        del('sometimes ') +
        r('test our ') +
        `<w:moveFrom w:author="A">${r('old ')}</w:moveFrom><w:moveTo w:author="A">${r('systems')}</w:moveTo>` +
        r('.'),
    )
    expect(await read(body)).toEqual(['paragraph: We regularly test our systems.'])
  })

  it('join paragraphs whose mark was deleted, across several and over empty ones', async () => {
    const mark = '<w:rPr><w:del w:id="1" w:author="A"/></w:rPr>'
    expect(
      await read(p('The board ', mark) + p('', mark) + p('oversees ', mark) + p('these risks.') + p('Next.')),
    ).toEqual(['paragraph: The board oversees these risks.', 'paragraph: Next.'])
  })

  it('take rows away that were deleted', async () => {
    const deleted = table(['Old', 'row']).replace('<w:tr>', '<w:tr><w:trPr><w:del w:author="A"/></w:trPr>')
    expect(await read(table(['Kept', 'row']) + deleted + p('After.'))).toEqual([
      'cell: Kept',
      'cell: row',
      'paragraph: After.',
    ])
  })

  it('do not give back what a paragraph or run looked like before', async () => {
    const before = `<w:pPrChange w:author="A"><w:pPr>${style('Heading1')}</w:pPr></w:pPrChange>`
    const look = '<w:b/><w:rPrChange w:author="A"><w:rPr><w:vanish/></w:rPr></w:rPrChange>'
    expect(await read(p(r(`${OVERSIGHT} It meets each quarter.`, look), before))).toEqual([
      `paragraph: ${OVERSIGHT} It meets each quarter.`,
    ])
  })
})

describe('the layout of a Word document', () => {
  it('has headings by outline, by styles based on others, and by the names of styles', async () => {
    const styles = [
      '<w:style w:styleId="H1"><w:name w:val="heading 1"/></w:style>',
      '<w:style w:styleId="Own"><w:name w:val="Our Heading"/><w:basedOn w:val="Mid"/></w:style>',
      '<w:style w:styleId="Mid"><w:name w:val="Middle"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>',
      '<w:style w:styleId="Plain"><w:basedOn w:val="H1"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>',
    ].join('')
    const document = await word({
      styles,
      body:
        p('Item 1C. Cybersecurity', style('H1')) +
        p('Board matters', style('Own')) +
        p('Direct', '<w:outlineLvl w:val="3"/>') +
        p('Words of the text', style('Plain')) +
        p(OVERSIGHT),
    })
    const [prose] = document.prose
    expect(prose?.units.map(({ kind, level, headings }) => [kind, level, headings.join(' > ')])).toEqual([
      ['heading', 1, ''],
      ['heading', 3, 'Item 1C. Cybersecurity'],
      ['heading', 4, 'Item 1C. Cybersecurity > Board matters'],
      ['paragraph', undefined, 'Item 1C. Cybersecurity > Board matters > Direct'],
      ['paragraph', undefined, 'Item 1C. Cybersecurity > Board matters > Direct'],
    ])
  })

  it('has headings that are only bold, italic or underlined; a bold sentence is none', async () => {
    const body =
      p(r('Governance Structure', '<w:b/>')) +
      p(OVERSIGHT) +
      p(r('Expertise of ', '<w:i/>') + r('our team', '<w:i/>')) +
      p('It is broad.') +
      p(r('We have no incidents to report.', '<w:b/>')) +
      p(r('Partly', '<w:b/>') + r(' bold'))
    expect(await read(body)).toEqual([
      'heading: Governance Structure',
      `paragraph: ${OVERSIGHT}`,
      'heading: Expertise of our team',
      'paragraph: It is broad.',
      'paragraph: We have no incidents to report.',
      'paragraph: Partly bold',
    ])
  })

  it('has no heading that is a whole paragraph in the style of one', async () => {
    const long = 'We maintain a program. It is reviewed each year by our internal audit function.'
    expect(await read(heading(2, long))).toEqual([`paragraph: ${long}`])
  })

  it('has lists with what leads them in, through levels and past a note', async () => {
    const body =
      p('Our program includes:') +
      item('training, namely:') +
      item('phishing tests;', 1) +
      p(
        `${r('courses;')}<w:r><w:footnoteReference w:id="2"/></w:r>`,
        '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>',
      ) +
      item('audits.') +
      p('It is reviewed.') +
      item('Alone.') +
      p('No item', '<w:numPr><w:numId w:val="0"/></w:numPr>')
    expect(await read(body, { footnotes: `<w:footnote w:id="2">${p('Held online.')}</w:footnote>` })).toEqual(
      [
        'paragraph: Our program includes:',
        'list-item after "Our program includes:": training, namely:',
        'list-item after "training, namely:": phishing tests;',
        'list-item after "training, namely:": courses;',
        'paragraph: Held online.',
        'list-item after "Our program includes:": audits.',
        'paragraph: It is reviewed.',
        'list-item: Alone.',
        'paragraph: No item',
      ],
    )
  })

  it('has lists that were typed, or set in the columns of a table', async () => {
    const body =
      p('We:') +
      p('•\u00a0\u00a0test our systems;') +
      p(r(`${t('-')}<w:tab/>${t('train our people;')}`)) +
      table(['', '•', 'engage assessors.'], ['', '(b)', 'review vendors.'])
    expect(await read(body)).toEqual([
      'paragraph: We:',
      'list-item after "We:": test our systems;',
      'list-item after "We:": train our people;',
      'list-item after "We:": engage assessors.',
      'list-item after "We:": review vendors.',
    ])
  })

  it('has tables, by rows; one of a single column is a frame', async () => {
    const body =
      table(['Role', 'Name'], ['CISO', table(['Since', '2021']) + p('')]) +
      table([p(OVERSIGHT)], [p('Framed.')])
    expect(await read(body)).toEqual([
      'cell: Role',
      'cell: Name',
      'cell: CISO',
      'cell: Since',
      'cell: 2021',
      `paragraph: ${OVERSIGHT}`,
      'paragraph: Framed.',
    ])
  })
})

describe('the item in a Word document', () => {
  const COVER =
    p('UNITED STATES SECURITIES AND EXCHANGE COMMISSION') +
    p(r('FORM 10-K', '<w:b/>')) +
    p('For the fiscal year ended December 31, 2025') +
    p(r('Larkmere Instruments, Inc.', '<w:b/>')) +
    p('(Exact name of registrant as specified in its charter)')
  const CONTENTS = table(
    ['Item 1B.', 'Unresolved Staff Comments', '30'],
    ['Item 1C.', 'Cybersecurity', '31'],
    ['Item 2.', 'Properties', '33'],
  )

  it.each([
    [
      'headings',
      heading(2, 'Item 1B. Unresolved Staff Comments'),
      heading(2, 'Item 1C. Cybersecurity'),
      heading(2, 'Item 2. Properties'),
    ],
    [
      'bold lines',
      p(r('ITEM 1B.', '<w:b/>')),
      p(r('ITEM 1C. CYBERSECURITY', '<w:b/>')),
      p(r('ITEM 2. PROPERTIES', '<w:b/>')),
    ],
    [
      'plain lines',
      p('Item 1B. Unresolved Staff Comments'),
      p('Item 1C. Cybersecurity'),
      p('Item 2. Properties'),
    ],
    [
      'rows of tables',
      table(['Item 1B.', 'Unresolved Staff Comments']),
      table(['Item 1C.', 'Cybersecurity']),
      table(['Item 2.', 'Properties']),
    ],
  ])('is found between %s, and not in the contents', async (_, before, title, after) => {
    const document = await word(
      {
        body:
          COVER +
          CONTENTS +
          before +
          p('None.') +
          title +
          p(PROCESSES) +
          p(OVERSIGHT) +
          after +
          p('We own it.'),
      },
      {},
    )
    expect(units(document).slice(1)).toEqual([`paragraph: ${PROCESSES}`, `paragraph: ${OVERSIGHT}`])
    expect(units(document)[0]).toMatch(/^heading: item 1c\. cybersecurity$/i)
    expect(document).toMatchObject({
      form: '10-K',
      formFrom: 'cover page',
      item: '1C',
      view: 'item',
      registrant: 'Larkmere Instruments, Inc.',
      periodOfReport: '2025-12-31',
    })
    expect(document.notes.map(({ message }) => message)).toEqual([
      expect.stringMatching(
        /holds more than the item on cybersecurity; only the item was read \(from paragraph \d+\)/,
      ),
    ])
  })

  it('may have its title on the line of its first sentence', async () => {
    const document = await word(p(`Item 16K. Cybersecurity. ${PROCESSES}`) + p(OVERSIGHT), {})
    expect(document).toMatchObject({ form: '20-F', formFrom: 'it stands under Item 16K', item: '16K' })
    expect(units(document)).toEqual([
      'heading: Item 16K. Cybersecurity.',
      `paragraph: ${PROCESSES}`,
      `paragraph: ${OVERSIGHT}`,
    ])
  })

  it('takes its form from --form, the cover, the text, the title of the document, in this order', async () => {
    const body = p(OVERSIGHT)
    expect((await word({ body, title: 'Draft of Form 20-F' }, {})).form).toBe('20-F')
    expect(
      (await word({ body: body + p('This annual report on Form 10-K is a draft.'), title: 'Form 20-F' }, {}))
        .form,
    ).toBe('10-K')
    expect((await word({ body: p('Form 10-K/A') + body }, {})).form).toBe('10-K/A')
    expect((await word({ body: p('FORM 10-K') + p('(Amendment No. 1)') + body }, {})).form).toBe('10-K/A')
    expect((await word({ body: p('Form 20-F') + body }, { form: '10-K' })).formFrom).toBe(
      '--form, which overrides 20-F in the cover page',
    )
    expect((await readWord(body)).errors.map(({ message }) => message)).toEqual([
      expect.stringContaining('The form cannot be told'),
    ])
  })

  it('has blocks under headings that name one', async () => {
    const document = await word(
      ITEM +
        heading(2, 'Risk Management and Strategy') +
        p(PROCESSES) +
        p(r('Board Oversight', '<w:b/>')) +
        p(OVERSIGHT) +
        p('Management’s Role', style('Heading2')) +
        p('Our CISO leads.'),
    )
    expect(blocks(document)).toEqual([
      `processes (heading): ${PROCESSES}\nBoard Oversight\n${OVERSIGHT}`,
      `  boardOversight (heading): ${OVERSIGHT}`,
      'managementRole (heading): Our CISO leads.',
    ])
  })

  it('has flags in a table of them, which is no prose', async () => {
    const document = await word(
      ITEM +
        p(PROCESSES) +
        table(
          ['Flag', 'Answer'],
          ['Cybersecurity Risk Management Processes Integrated [Flag]', 'Yes'],
          ['thirdPartyEngaged', '☐ Yes ☒ No'],
          ['Cybersecurity Risk Third Party Oversight and Identification Processes [Flag]', '☒'],
          ['materiallyAffected', '[●]'],
        ),
    )
    expect(flags(document)).toEqual([
      'processesIntegrated (facts): true',
      'thirdPartyEngaged (facts): false',
      'thirdPartyOversight (facts): true',
    ])
    expect(document.flags.map(({ given, at }) => [given, at.source.span(at.start, at.end)])).toEqual([
      ['table', { paragraph: 6, run: 1, offset: 0, length: 3 }],
      ['table', { paragraph: 8, run: 1, offset: 0, length: 10 }],
      ['table', { paragraph: 10, run: 1, offset: 0, length: 1 }],
    ])
    expect(units(document).slice(1)).toEqual([`paragraph: ${PROCESSES}`])
  })

  it('may tick its flags in forms of before 2007', async () => {
    const tick = (checked: number): string =>
      `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="${checked}"/></w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:instrText>FORMCHECKBOX</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`
    const document = await word(
      ITEM +
        table(
          ['thirdPartyEngaged', p(`${tick(1)}${r(' Yes ')}${tick(0)}${r(' No')}`)],
          ['processesIntegrated', 'no'],
        ),
    )
    expect(flags(document)).toEqual(['thirdPartyEngaged (facts): true', 'processesIntegrated (facts): false'])
  })

  it('is an error where a flag has two values', async () => {
    const { errors, documents } = await readWord(
      ITEM + table(['thirdPartyEngaged', 'yes'], ['x', 'y']) + table(['thirdPartyEngaged', 'no'], ['x', 'y']),
      { form: '10-K' },
    )
    expect(documents).toEqual([])
    expect(errors.map(({ message }) => message)).toEqual([
      'paragraph 7: the flag "thirdPartyEngaged" is false here and true in paragraph 3. Keep one value.',
    ])
  })
})

describe('the places of a Word document', () => {
  it('are paragraphs of the body and their runs; boxes and notes belong to the paragraph that has them', async () => {
    const document = await word({
      body:
        ITEM +
        p('') +
        p(`${r('One ')}${del('gone')}${r('two ')}<w:r><w:footnoteReference w:id="2"/></w:r>`) +
        p('Three.'),
      footnotes: `<w:footnote w:id="2">${p(r('In ') + r('a note.'))}</w:footnote>`,
    })
    const [prose] = document.prose
    if (!prose) throw new Error('no prose')
    const spanOf = (words: string) => {
      const start = prose.text.indexOf(words)
      return prose.source.span(...prose.toSource(start, start + words.length))
    }
    expect(spanOf('Item')).toEqual({ paragraph: 1, run: 1, offset: 0, length: 4 })
    expect(spanOf('One')).toEqual({ paragraph: 3, run: 1, offset: 0, length: 3 })
    expect(spanOf('two')).toEqual({ paragraph: 3, run: 3, offset: 0, length: 3 })
    expect(spanOf('note')).toEqual({ paragraph: 3, run: 6, offset: 2, length: 4 })
    expect(spanOf('Three')).toEqual({ paragraph: 4, run: 1, offset: 0, length: 5 })
  })
})

describe('what review left in a Word document', () => {
  const COMMENTS = (text: string, id = 0, paraId = 'AA'): string =>
    `<w:comment w:id="${id}" w:author="J. Reyes"><w:p w14:paraId="${paraId}">${r(text)}</w:p></w:comment>`
  const on = (id: number, words: string): string =>
    `<w:commentRangeStart w:id="${id}"/>${r(words)}<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`

  /** Marks as a person reads them: kind, author, words, note, the words in the prose. */
  const marks = async (parts: Parameters<typeof word>[0]): Promise<readonly string[]> =>
    ((await word(parts)).reviewMarks ?? []).map(({ kind, author, words, note, inProse }) => {
      const said = inProse ? inProse.prose.text.slice(inProse.start, inProse.end) : '-'
      return [kind, author, words, note, said].join(' | ')
    })

  it('is each change, told once however many runs it has', async () => {
    const body =
      ITEM +
      p(
        r('We ') +
          ins(r('regularly ') + r('and often ', '<w:i/>')) +
          ins('quickly ') +
          ins('also ', 'K. Adeyemi') +
          del('some') +
          del('times ') +
          r('test ') +
          ins('all') +
          r(' systems.'),
      ) +
      p(`<w:moveFrom w:author="A">${r('Moved words.')}</w:moveFrom>`) +
      p(`<w:moveTo w:author="A">${r('Moved words.')}</w:moveTo>`)
    expect(await marks(body)).toEqual([
      'insertion | M. Ortiz | regularly and often quickly |  | regularly and often quickly',
      'insertion | K. Adeyemi | also |  | also',
      'deletion | M. Ortiz | sometimes |  | -',
      'insertion | M. Ortiz | all |  | all',
      'move | A | Moved words. |  | Moved words.',
    ])
  })

  it('is each open comment with the words that it is on, and the answers to it', async () => {
    const body = ITEM + p(on(0, 'The Audit Committee') + r(' oversees ') + on(2, 'these risks') + on(3, '.'))
    expect(
      await marks({
        body,
        comments:
          COMMENTS('Audit or Risk?') +
          COMMENTS('Audit.', 1, 'BB') +
          COMMENTS('Done with.', 2, 'CC') +
          COMMENTS('Stop?', 3, 'DD'),
        commentsExtended:
          '<w15:commentEx w15:paraId="AA" w15:done="0"/><w15:commentEx w15:paraId="BB" w15:paraIdParent="AA" w15:done="0"/><w15:commentEx w15:paraId="CC" w15:done="1"/>',
      }),
    ).toEqual([
      'comment | J. Reyes | The Audit Committee | Audit or Risk? / J. Reyes: Audit. | The Audit Committee',
      'comment | J. Reyes | . | Stop? | .',
    ])
  })

  it('is a comment over several paragraphs, one without an end, and one that is at no words', async () => {
    const body =
      ITEM +
      `<w:commentRangeStart w:id="0"/>${p('One.')}${p('Two.')}<w:commentRangeEnd w:id="0"/>` +
      p(`${r('Three')}<w:r><w:commentReference w:id="1"/></w:r><w:commentRangeStart w:id="2"/>${r(' four.')}`)
    expect(
      await marks({ body, comments: COMMENTS('A') + COMMENTS('B', 1, 'BB') + COMMENTS('C', 2, 'CC') }),
    ).toEqual([
      'comment | J. Reyes | One. Two. | A | One.\nTwo.',
      'comment | J. Reyes |  | B | -',
      'comment | J. Reyes | four. | C | four.',
    ])
  })

  it('is what is highlighted or shaded in a bright color; greys are layout', async () => {
    const body =
      ITEM +
      p(
        r('18', '<w:highlight w:val="yellow"/>') +
          r(' years', '<w:shd w:val="clear" w:fill="FFFF00"/>') +
          r(' of ') +
          r('experience', '<w:shd w:val="clear" w:fill="D9D9D9"/>') +
          r(' in ', '<w:highlight w:val="none"/>'),
      )
    expect(await marks(body)).toEqual(['highlight |  | 18 years |  | 18 years'])
  })

  it('is told of the item alone', async () => {
    const body =
      heading(1, 'Item 1B. Unresolved Staff Comments') +
      p(ins('None.')) +
      ITEM +
      p(ins(OVERSIGHT)) +
      heading(1, 'Item 2. Properties') +
      p(del('We own it.') + on(0, 'We lease it.'))
    expect(await marks({ body, comments: COMMENTS('Lease?') })).toEqual([
      `insertion | M. Ortiz | ${OVERSIGHT} |  | ${OVERSIGHT}`,
    ])
  })
})

describe('a Word document met in a folder', () => {
  it('is skipped where it holds no such item', async () => {
    const { skipped, documents } = await readWord(p('Minutes of the meeting.'), { inFolder: true })
    expect(skipped).toBe('it is a Word document without a heading of Item 1C, 16K or 1.05')
    expect(documents).toEqual([])
    expect((await readWord(ITEM + p(OVERSIGHT), { inFolder: true })).documents).toHaveLength(1)
  })

  it('tells that other documents within it were not read', async () => {
    const { notes } = await word(`${ITEM}${p(OVERSIGHT)}<w:altChunk r:id="rId7"/>`)
    expect(notes.map(({ message }) => message)).toEqual([
      expect.stringContaining('takes in other documents, whose words were not read'),
    ])
  })
})

describe('a Word document that is not read', () => {
  const messages = async (files: Record<string, string>): Promise<readonly string[]> => {
    const all = wordFiles({ body: p(OVERSIGHT), files })
    return (await readWord(zipSync(all), { form: '10-K' })).errors.map(({ message }) => message)
  }

  it('says what is wrong and what to do', async () => {
    expect(
      await messages({ 'word/document.xml': `<w:document ${NAMESPACES}><w:body><w:p></w:body>` }),
    ).toEqual([
      'word/document.xml in the document is damaged: its XML is not whole. Open it in Word and save it again.',
    ])
    expect(await messages({ 'word/document.xml': '' })).toEqual([expect.stringContaining('is damaged')])
    expect(await messages({ 'word/document.xml': `<w:document ${NAMESPACES}/>` })).toEqual([
      'word/document.xml in the document has no body. Open it in Word and save it again.',
    ])
    expect(
      await messages({
        'word/document.xml': `<w:document ${NAMESPACES}><w:body><w:p/></w:body></w:document>`,
      }),
    ).toEqual(['the document holds no words that are read. Text in pictures is not.'])
    expect(await messages({ 'word/styles.xml': '<w:styles><w:style>' })).toEqual([
      expect.stringContaining('word/styles.xml in the document is damaged'),
    ])
  })
})
