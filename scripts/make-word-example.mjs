// Writes examples/bad/10-k-marked-up.docx: a draft of an invented registrant's annual report as it goes round between
// the company and its counsel, with tracked changes, a comment, a highlight and a footnote. The same script always
// writes the same bytes.
//
//   node scripts/make-word-example.mjs
import { writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { strToU8, zipSync } from 'fflate'

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const NAMESPACES = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="${OFFICE}"`
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

const escaped = text => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const run = (text, properties = '') =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`
const paragraph = (content, properties = '') =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${content.startsWith('<') ? content : run(content)}</w:p>`
const heading = (level, text) => paragraph(text, `<w:pStyle w:val="Heading${level}"/>`)
const item = text => paragraph(text, '<w:pStyle w:val="ListBullet"/>')
const bold = text => run(text, '<w:b/>')
const centered = text => paragraph(bold(text), '<w:jc w:val="center"/>')
const row = cells =>
  `<w:tr>${cells.map(cell => `<w:tc><w:tcPr><w:tcW w:w="3000" w:type="dxa"/></w:tcPr>${paragraph(cell)}</w:tc>`).join('')}</w:tr>`
const table = rows =>
  `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>${'<w:gridCol w:w="3000"/>'.repeat(rows[0].length)}</w:tblGrid>${rows.map(row).join('')}</w:tbl>`

const BY_COUNSEL = 'w:author="Dana Whitlock" w:date="2026-01-14T10:20:00Z"'
const BY_COMPANY = 'w:author="Sam Okafor" w:date="2026-01-15T16:05:00Z"'
let changes = 100
const inserted = text => `<w:ins w:id="${++changes}" ${BY_COUNSEL}>${run(text)}</w:ins>`
const deleted = text =>
  `<w:del w:id="${++changes}" ${BY_COUNSEL}><w:r><w:delText xml:space="preserve">${escaped(text)}</w:delText></w:r></w:del>`
const commented = (id, text) =>
  `<w:commentRangeStart w:id="${id}"/>${run(text)}<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`

const body = [
  centered('UNITED STATES SECURITIES AND EXCHANGE COMMISSION'),
  centered('FORM 10-K'),
  paragraph('For the fiscal year ended December 31, 2025'),
  centered('Tarnbeck Hydraulics, Inc.'),
  paragraph('(Exact name of registrant as specified in its charter)'),
  table([
    ['Item 1B.', 'Unresolved Staff Comments', '27'],
    ['Item 1C.', 'Cybersecurity', '28'],
    ['Item 2.', 'Properties', '30'],
  ]),
  heading(1, 'Item 1B. Unresolved Staff Comments'),
  paragraph('None.'),
  heading(1, 'Item 1C. Cybersecurity'),
  heading(2, 'Risk Management and Strategy'),
  paragraph(
    `${run('We have processes for assessing, identifying and managing material risks from cybersecurity threats. They are part of our enterprise risk management: the risks are rated on the scale of its risk register, ')}${inserted('which our Chief Information Security Officer updates each quarter, ')}${run('and the owners of the most serious ones report to our risk council. Our processes include:')}`,
  ),
  item('an annual test of our response plan, which covers our plants and their control systems;'),
  item('penetration tests by an outside assessor, whose findings we follow until they are closed; and'),
  paragraph(
    `${run('a review of the service providers that reach our systems or hold our data, before we engage them and ')}${deleted('from time to time')}${inserted('once a year')}${run(' after that.')}`,
    '<w:pStyle w:val="ListBullet"/>',
  ),
  paragraph(
    `${run('Risks from cybersecurity threats, including previous incidents, have not materially affected and are not reasonably likely to materially affect us, our business strategy, results of operations or financial condition.')}<w:r><w:footnoteReference w:id="2"/></w:r>`,
  ),
  heading(2, 'Board Oversight'),
  paragraph(
    `${commented(0, 'The Audit Committee')}${run(' of our board of directors oversees risks from cybersecurity threats. Our Chief Information Security Officer reports to the committee each quarter on the threats that we face, on incidents and on the state of our program.')}`,
  ),
  heading(2, 'Management’s Role'),
  paragraph(
    `${run('Our Chief Information Security Officer is responsible for assessing and managing material risks from cybersecurity threats. She has ')}${run('17 years', '<w:highlight w:val="yellow"/>')}${run(' of experience in information security, ')}${deleted('some of them at a utility, ')}${run('and is a Certified Information Systems Security Professional. Our security team watches our systems around the clock and tells her of each incident as our response plan asks; she follows its mitigation and remediation until it is closed.')}`,
  ),
  paragraph('Click or tap here to enter text.'),
  heading(1, 'Item 2. Properties'),
  paragraph(
    `${run('We own our plant in Millbrook')}${inserted(' and lease a warehouse in Easton')}${run('.')}`,
  ),
].join('')

const style = (id, name, properties) =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/>${properties}</w:style>`
const note = (id, type, content) =>
  `<w:footnote ${type && `w:type="${type}" `}w:id="${id}"><w:p>${content}</w:p></w:footnote>`

const PARTS = {
  document: `<w:document ${NAMESPACES}><w:body>${body}<w:sectPr/></w:body></w:document>`,
  styles: `<w:styles ${NAMESPACES}><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>${[
    1, 2,
  ]
    .map(level =>
      style(
        `Heading${level}`,
        `heading ${level}`,
        `<w:pPr><w:outlineLvl w:val="${level - 1}"/></w:pPr><w:rPr><w:b/></w:rPr>`,
      ),
    )
    .join(
      '',
    )}${style('ListBullet', 'List Bullet', '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>')}</w:styles>`,
  numbering: `<w:numbering ${NAMESPACES}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
  footnotes: `<w:footnotes ${NAMESPACES}>${note(0, 'separator', '<w:r><w:separator/></w:r>')}${note(1, 'continuationSeparator', '<w:r><w:continuationSeparator/></w:r>')}${note(2, '', run('See “Our operations depend on our control systems” in Item 1A.'))}</w:footnotes>`,
  comments: `<w:comments ${NAMESPACES}><w:comment w:id="0" ${BY_COMPANY} w:initials="SO">${paragraph('The board moved this to the Risk Committee in November. Which of the two do we name?')}</w:comment></w:comments>`,
}

const partType = name => `${TYPE}.${name}${name === 'document' ? '.main' : ''}+xml`
const FILES = {
  '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${Object.keys(
    PARTS,
  )
    .map(name => `<Override PartName="/word/${name}.xml" ContentType="${partType(name)}"/>`)
    .join('')}</Types>`,
  '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
  'word/_rels/document.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships">${Object.keys(PARTS)
    .filter(name => name !== 'document')
    .map(
      (name, index) => `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${name}" Target="${name}.xml"/>`,
    )
    .join('')}</Relationships>`,
  ...Object.fromEntries(Object.entries(PARTS).map(([name, xml]) => [`word/${name}.xml`, xml])),
}

const root = dirname(dirname(fileURLToPath(import.meta.url)))
writeFileSync(
  join(root, 'examples/bad/10-k-marked-up.docx'),
  zipSync(
    Object.fromEntries(Object.entries(FILES).map(([name, xml]) => [name, strToU8(DECLARATION + xml)])),
    // No time of day in the archive; the earliest that the format has.
    { level: 9, mtime: new Date(1980, 0, 1) },
  ),
)
