'use strict'
// Runs a bundled command once and writes V8's compiled code of what was used: node compile-ahead.cjs BUNDLE OUT ARGS…
const { readFileSync, writeFileSync } = require('node:fs')
const { createRequire } = require('node:module')
const { dirname } = require('node:path')
const { Script } = require('node:vm')

const [bundle, out, ...args] = process.argv.slice(2)
const script = new Script(readFileSync(bundle, 'latin1'), { filename: bundle })
process.argv = [process.argv[0], bundle, ...args]
process.on('exit', () => writeFileSync(out, script.createCachedData()))
script.runInThisContext()(exports, createRequire(bundle), module, bundle, dirname(bundle))
