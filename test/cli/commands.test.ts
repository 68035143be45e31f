import { spawnSync } from 'node:child_process'
import { expect, it } from 'vitest'

it('docs/commands.md is what the commands print (npm run update-commands mends it)', () => {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/update-commands.mjs', '--check'], {
    encoding: 'utf8',
  })
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
})
