import { readFileSync } from 'node:fs'
import { load } from 'js-yaml'
import { describe, expect, it } from 'vitest'
import type { CoverageStatus } from '../../src/model/coverage.js'
import type { RequirementName } from '../../src/model/requirements.js'
import { coverageIn, told } from './status-in.js'

const folder = new URL('whole-drafts/', import.meta.url)
const contents = (name: string): string => readFileSync(new URL(name, folder), 'utf8')

const labels = load(contents('labels.yaml')) as Readonly<
  Record<string, Readonly<Record<RequirementName, string>>>
>

/** What counts as the same answer; of a material effect every status is an answer of its own. */
const same = (requirement: string, status: CoverageStatus | undefined): string | undefined =>
  requirement === 'material-effect' ? status : told(status)

describe.each(Object.entries(labels))('%s', (draft, labelled) => {
  const coverage = coverageIn({ path: `${draft}.md`, text: contents(`${draft}.md`) })

  it.for(Object.entries(labelled).filter(([, label]) => label !== 'disputed'))(
    '%s: %s',
    async ([requirement, label]) => {
      const read = same(requirement, (await coverage).get(requirement as RequirementName)?.status)
      const meant = same(requirement, label.replace(/^~/, '') as CoverageStatus)
      if (label.startsWith('~')) expect(read).not.toBe(meant)
      else expect(read).toBe(meant)
    },
  )
})
