import { describe, expect, it } from 'vitest'
import { PRESET_NAMES, presetNamed } from '../../src/config/presets.js'
import { fileSettings, resolveLayers } from '../../src/config/resolve.js'
import { loadRules } from '../../src/engine/catalogue.js'
import { layer } from './any-layer.js'

const resolve = (...configs: unknown[]) =>
  resolveLayers(
    configs.map((config, index) => layer(config, `config-${index}`)),
    (_, patterns) => patterns.includes('this.md'),
    loadRules(),
  )
const severity = (rule: string, ...configs: unknown[]) => resolve(...configs).rules.get(rule)?.severity?.value

describe('rules', () => {
  it('are set by name over category over all, in whatever order they are written', () => {
    const config = { rules: { 'draft/bracket': 'advice', 'draft/*': 'warning', '*': 'off' } }
    expect(severity('draft/bracket', config)).toBe('advice')
    expect(severity('draft/placeholder', config)).toBe('warning')
    expect(severity('missing/expertise', config)).toBe('off')
  })

  it('are set by a later configuration, be its key as broad as it may', () => {
    expect(
      severity('draft/bracket', { rules: { 'draft/bracket': 'error' } }, { rules: { '*': 'off' } }),
    ).toBe('off')
  })

  it('keep what a later configuration does not speak of', () => {
    const { rules } = resolve(
      { rules: { 'draft/bracket': { severity: 'advice', minConfidence: 'low' } } },
      { rules: { 'draft/*': 'warning' } },
    )
    expect(rules.get('draft/bracket')).toMatchObject({
      severity: { value: 'warning', path: ['rules', 'draft/*'] },
      minConfidence: { value: 'low', path: ['rules', 'draft/bracket'] },
    })
  })
})

describe('overrides', () => {
  it('hold for the files that they name, later ones over earlier ones', () => {
    const config = {
      rules: { 'draft/*': 'error' },
      overrides: [
        { files: 'this.md', rules: { 'draft/bracket': 'advice' }, form: '10-K' },
        { files: ['other.md', 'this.md'], rules: { 'draft/bracket': 'warning' } },
        { files: 'other.md', rules: { 'draft/bracket': 'off' }, form: '20-F' },
      ],
    }
    expect(severity('draft/bracket', config)).toBe('warning')
    expect(resolve(config).form).toMatchObject({ value: '10-K', path: ['overrides', 0, 'form'] })
  })

  it('for sections yield to what is said later of the whole file', () => {
    const inGovernance = { overrides: [{ sections: 'Governance', rules: { 'draft/bracket': 'off' } }] }
    const before = resolve(inGovernance)
    expect(before.sections[0]?.rules.get('draft/bracket')?.severity?.value).toBe('off')
    const after = resolve(inGovernance, { rules: { 'draft/bracket': 'error' } })
    expect(after.sections[0]?.rules.get('draft/bracket')?.severity).toBeUndefined()
  })
})

describe('what a file is checked by', () => {
  it('is plain data, which a thread can be handed', () => {
    const settings = fileSettings(
      resolve({
        form: '20-F',
        minConfidence: 'low',
        rules: { 'draft/bracket': false },
        overrides: [{ sections: ['Item 16K > Governance'], rules: { 'flag/*': 'off' } }],
        glossary: { positions: 'Head of Cyber Defense' },
      }),
    )
    expect(structuredClone(settings)).toEqual(settings)
    expect(settings).toMatchObject({
      assumedForm: { form: '20-F', from: 'config-0#form' },
      settings: {
        minConfidence: 'low',
        rules: { 'draft/bracket': { severity: 'off' } },
        sections: [{ sections: [['Item 16K', 'Governance']] }],
        preview: [],
      },
      glossary: { boardCommittees: [], positions: ['Head of Cyber Defense'] },
    })
  })

  it('has the terms of all configurations', () => {
    const { glossary } = resolve({ glossary: { positions: ['A'] } }, { glossary: { positions: ['B', 'A'] } })
    expect(glossary.positions).toEqual(['A', 'B'])
  })
})

describe('preview rules', () => {
  const known = [
    { name: 'odd/one', preview: true },
    { name: 'odd/two', preview: true },
    { name: 'odd/three' },
  ]
  const on = (...configs: object[]) =>
    resolveLayers(
      configs.map(config => ({ config, folder: null, placeOf: () => '' })),
      () => false,
      known,
    ).previewRules

  it('are on by name or all together, not by category: a new one would be on unasked', () => {
    expect(on({ rules: { 'odd/*': { severity: 'error' } } })).toEqual([])
    expect(on({ rules: { 'odd/one': { severity: 'on' } } })).toEqual(['odd/one'])
    expect(on({ preview: true })).toEqual(['odd/one', 'odd/two'])
    expect(
      on({ rules: { 'odd/one': { severity: 'on' } } }, { rules: { 'odd/one': { severity: 'off' } } }),
    ).toEqual([])
  })
})

describe('presets', () => {
  it.each(PRESET_NAMES)('%s is a configuration that a file could hold', name => {
    expect(() => layer(presetNamed(name))).not.toThrow()
  })

  it('are not what every object has', () => {
    expect(presetNamed('toString')).toBeUndefined()
  })
})
