'use strict'
// Loads a module for the command, which runs as a script and has no import() of its own.
module.exports = url => import(url)
