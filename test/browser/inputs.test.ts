import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { reportOn, reportOpener } from './opened-report.js'

const open = reportOpener()

describe('a draft that is hostile to its reader', () => {
  const draft = `---
form: 10-K
registrant: 'Acme <img src=x onerror=alert(1)> </script><script>alert(2)</script>'
periodOfReport: 2025-12-31
---

# Item 1C. <b onmouseover=alert(3)>Cybersecurity</b>

We have processes \\<script>alert(4)\\</script> to assess, identify and manage risks <!-- from --> \\<!-- cybersecurity threats.

The board oversees \u202esksir eseht\u202c and \u2066isolated\u2069 [name of \u202ecommittee] \`</script><script>window.ran=1</script>\`.
`

  it('is shown as text: nothing of it runs, is asked for, or becomes an element', async () => {
    const { page, address, requests, complaints } = await open(
      await reportOn({ path: '<svg onload=alert(5)>.md', text: draft }),
    )
    for (const button of await page.locator('.report h4 button').all()) await button.click()
    expect(complaints).toEqual([])
    expect(requests).toEqual([address])
    expect(await page.evaluate('window.ran')).toBeUndefined()
    expect(await page.locator('#report').locator('script, img, svg, b, iframe').count()).toBe(0)
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(
      'Acme <img src=x onerror=alert(1)> </script><script>alert(2)</script>',
    )
    expect(await page.locator('.read').textContent()).toContain('<svg onload=alert(5)>.md')
    const text = (await page.locator('.text').textContent()) ?? ''
    expect(text).toContain('<script>alert(4)</script>')
    expect(text).toContain('</script><script>window.ran=1</script>')
  })

  it('has marks that turn the direction of writing shown by their names', async () => {
    const { page } = await open(await reportOn({ path: 'a.md', text: draft }))
    expect(await page.locator('.text .acting').allInnerTexts()).toEqual([
      'U+202E',
      'U+202C',
      'U+2066',
      'U+2069',
      'U+202E',
    ])
    expect(await page.locator('body').innerText()).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/)
    await page.locator('.text mark.error').first().click()
    expect(await page.locator('.finding.picked .quote').innerText()).toBe('[name of U+202Ecommittee]')
  })
})

describe('inputs that are not plain drafts', () => {
  it.each([
    ['examples/bad/10-k-marked-up.docx', 'Tarnbeck Hydraulics, Inc.'],
    ['examples/bad/10-k-inline.htm', 'Fenmoor Seed Distributors, Inc.'],
  ])('%s is shown as the item that was read, each finding with its words', async (path, registrant) => {
    const { page, complaints } = await open(await reportOn({ path, bytes: readFileSync(path) }))
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(registrant)
    const text = page.locator('.text .part')
    expect(await text.textContent()).toMatch(/^Item 1C/)
    expect(await text.textContent()).not.toMatch(/<(?:p|span|w:t|ix:\w+)\b/)
    let quoted = 0
    for (const finding of await page.locator('.finding').all()) {
      const quote = finding.locator('.quote').first()
      if ((await quote.count()) === 0) continue
      await quote.click()
      const marked = (await page.locator('.text mark.chosen').allTextContents()).join('')
      expect(marked.replace(/\s+/g, '')).toBe(((await quote.textContent()) ?? '').replace(/\s+/g, ''))
      quoted++
    }
    expect(quoted).toBeGreaterThan(2)
    expect(complaints).toEqual([])
  })

  it('shows the flags of tagged facts, and the findings on them', async () => {
    const path = 'examples/bad/10-k-inline.htm'
    const { page } = await open(await reportOn({ path, bytes: readFileSync(path) }))
    const flag = page.locator('.flags > div', { hasText: 'Third Party Engaged' })
    expect(await flag.innerText()).toMatch(/Yes|No/)
    await page.locator('.flags').getByRole('button').first().click()
    expect(await page.locator('.finding.picked').innerText()).toContain('flag')
  })

  it('names the elements of text that was read by its tags, and says that no more was seen', async () => {
    const path = 'examples/bad/10-k-viewer-page.htm'
    const { page } = await open(await reportOn({ path, bytes: readFileSync(path) }))
    expect(await page.locator('.read').innerText()).toContain('Tagged text only')
    expect(await page.locator('.part > h3').first().innerText()).toContain('Cybersecurity Risk Management')
  })
})

describe('what does not count', () => {
  const draft = `---
form: 10-K
registrant: Quarry Lane Stores, Inc.
periodOfReport: 2025-12-31
---

# Item 1C. Cybersecurity

<!-- cydlint-disable-next draft/bracket -- the name is agreed with counsel on Friday -->
Our board has delegated the oversight of risks from cybersecurity threats to its [Audit Committee].
`

  it('has its places: suppressed findings with reasons, and what was not checked', async () => {
    const { page } = await open(await reportOn({ path: 'a.md', text: draft }))
    const suppressed = page.getByRole('region', { name: 'Suppressed' })
    expect(await suppressed.innerText()).toContain('the name is agreed with counsel on Friday')
    expect(await suppressed.innerText()).toContain('draft/bracket')
    const early = draft.replace('2025-12-31', '2022-12-31')
    const other = await open(await reportOn({ path: 'a.md', text: early }))
    const notChecked = other.page.getByRole('region', { name: 'Not checked' })
    expect(await notChecked.innerText()).toContain('2023-12-15')
    expect(await notChecked.innerText()).toContain('missing/item')
  })

  it('loses nothing that follows from a suppressed finding', async () => {
    const path = 'examples/bad/10-k-not-applicable.md'
    const whole = `<!-- cydlint-disable-file missing/item -- settled with counsel in another filing -->\n\n# Item 1C`
    const text = readFileSync(path, 'utf8').replace('# Item 1C', () => whole)
    const { page } = await open(await reportOn({ path, text }))
    const suppressed = page.getByRole('region', { name: 'Suppressed' })
    expect(await suppressed.innerText()).toContain('settled with counsel in another filing')
    expect(await suppressed.innerText()).toContain('Follows from missing/item, which is suppressed.')
  })

  it('folds what follows from another finding', async () => {
    const path = 'examples/bad/10-k-not-applicable.md'
    const { page } = await open(await reportOn({ path, text: readFileSync(path, 'utf8') }))
    const folded = page.getByRole('button', { name: /more follows? from this/ })
    expect(await folded.getAttribute('aria-expanded')).toBe('false')
    await folded.click()
    expect(await page.locator('.following li').count()).toBeGreaterThan(0)
    expect(await page.locator('.following li').first().isVisible()).toBe(true)
  })

  it('names inputs that could not be read beside the verdict', async () => {
    const { page } = await open(
      await reportOn(
        { path: 'a.md', text: draft },
        { path: 'scan.pdf', bytes: new TextEncoder().encode('%PDF-1.7\n') },
      ),
    )
    expect(await page.locator('header .unread').innerText()).toContain('scan.pdf')
  })
})
