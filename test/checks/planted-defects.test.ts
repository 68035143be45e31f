import { readFileSync } from 'node:fs'
import { load } from 'js-yaml'
import { describe, expect, it } from 'vitest'
import { check } from '../../src/index.js'

const folder = new URL('planted-defects/', import.meta.url)
const contents = (name: string): string => readFileSync(new URL(name, folder), 'utf8')

const planted = load(contents('labels.yaml')) as Readonly<Record<string, readonly string[]>>
const { documents } = await check(contents('facts.ndjson'), { path: 'facts.ndjson', asOf: '2026-11-23' })

const findingsOf = (id: string) => documents.find(document => document.id === id)?.findings ?? []
const records = Object.entries(planted)

describe.each(records.filter(([, defects]) => defects.length > 0))('%s', (id, defects) => {
  it.for(defects.filter(defect => !defect.startsWith('~')))('%s', defect => {
    expect(findingsOf(id).map(({ rule, flag, block }) => `${rule} ${flag ?? block}`)).toContain(defect)
  })
})

it.for(records.filter(([, defects]) => defects.length === 0))('%s has nothing wrong', ([id]) => {
  expect(findingsOf(id).filter(({ severity }) => severity !== 'advice')).toEqual([])
})
