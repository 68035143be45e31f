import { expect, test } from 'vitest'
import { CHANGES, changed } from '../invariance.js'
import { checkFile } from '../rules/findings.js'

const messageOn = async (paragraph: string): Promise<string | undefined> => {
  const [asItIs] = CHANGES
  const file = asItIs && changed({ form: '10-K', text: `Item 1C. Cybersecurity\n\n${paragraph}` }, asItIs)
  const { findings } = file ? await checkFile(file, '10-K') : { findings: [] }
  return findings.find(({ rule }) => rule === 'missing/expertise')?.message
}

test('missing/expertise names the office in full where the text defines its short form', async () => {
  const text =
    'The Chief Information Security Officer (“CISO”) joined us in May. Our CISO is responsible for managing risks from cybersecurity threats.'
  expect(await messageOn(text)).toContain('those responsible (the Chief Information Security Officer)')
})

test('missing/expertise names whom a pronoun stands for', async () => {
  const text =
    'Our Vice President of Information Technology is Jane Doe. She is responsible for managing risks from cybersecurity threats.'
  expect(await messageOn(text)).toContain('those responsible (the Vice President of Information Technology)')
})
