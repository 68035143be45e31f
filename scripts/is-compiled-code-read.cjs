'use strict'
// Says whether V8 reads the compiled code of a bundle, as the launcher has it do: node is-compiled-code-read.cjs BUNDLE CODE FLAGS…
const { readFileSync } = require('node:fs')
const { setFlagsFromString } = require('node:v8')
const { Script } = require('node:vm')

const [bundle, code, ...flags] = process.argv.slice(2)
for (const flag of flags) setFlagsFromString(flag)
const script = new Script(readFileSync(bundle, 'latin1'), {
  filename: bundle,
  cachedData: readFileSync(code),
})
process.stdout.write(script.cachedDataRejected ? 'no' : 'yes')
