#!/usr/bin/env node
'use strict'
// Starts the command. Where the build left V8's compiled code for this very Node beside the bundle, that is read in
// place of compiling the bundle again: a third of the time of a short run. Without it nothing else changes.
const { readFileSync } = require('node:fs')
const { wrap } = require('node:module')
const { setFlagsFromString } = require('node:v8')
const { Script } = require('node:vm')

const bundle = `${__dirname}/{{bundle}}`

const compiled = () => {
  try {
    return readFileSync(`${bundle}.${process.version}-${process.arch}`)
  } catch {
    return undefined
  }
}

const cachedData = compiled()
if (cachedData) {
  // A short run ends before optimized code could pay for itself: V8 is told to wait longer before it optimizes. The
  // flag is one that this very Node took at the build.
  setFlagsFromString('{{flag}}')
  const script = new Script(wrap(readFileSync(bundle, 'latin1')), { filename: bundle, cachedData })
  script.runInThisContext()(exports, require, module, bundle, __dirname)
} else module.exports = require(bundle)
