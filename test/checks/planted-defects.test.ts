import { readFileSync } from 'node:fs'
import { load } from 'js-yaml'
import { describe, expect, it } from 'vitest'
import { check } from '../../src/index.js'

const folder = new URL('planted-defects/', import.meta.url)
const contents = (name: string): string => readFileSync(new URL(name, folder), 'utf8')

const planted = load(contents('labels.yaml')) as Readonly<Record<string, readonly string[]>>
const { documents } = await check(contents('facts.ndjson'), { path: 'facts.ndjson', asOf: '2026-11-23' })

/** What a document is told of; advice is no defect. */
const toldOf = (id: string): readonly string[] => {
  const findings = documents.find(document => document.id === id)?.findings ?? []
  const told = findings.filter(({ severity }) => severity !== 'advice')
  return told.length > 0 ? told.map(({ rule, flag, block }) => `${rule} ${flag ?? block}`) : ['nothing']
}

describe.each(Object.entries(planted))('%s', (id, defects) => {
  it.for(defects)('%s', defect => {
    if (defect.startsWith('~')) expect(toldOf(id)).not.toContain(defect.slice(1))
    else expect(toldOf(id)).toContain(defect)
  })
})
