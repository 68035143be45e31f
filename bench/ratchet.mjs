// The figures reached on the labelled file that development is measured on. They only move up: a run on that file that
// falls below one of them fails, and `--raise` writes the better ones down.
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './library.mjs'

const FILE = join(root, 'bench/ratchet.json')
/** Less than this is rounding, not a loss. */
const ROUNDING = 0.0005

/** What is held, by name. @returns {Record<string, number>} */
const heldFigures = ({ coverage, negated, effect, flags, pointing, quiet }) => ({
  notAddressed: coverage.notAddressedMacroF1,
  addressed: coverage.addressedMacroF1,
  negatedPrecision: negated.precision,
  negatedRecall: negated.recall,
  effect: effect.accuracy,
  flagsPrecision: flags.precision,
  flagsRecall: flags.recall,
  pointing: pointing.share,
  // Held as a share of quiet documents' silence, so that every figure is better when it is larger.
  quiet: quiet.perDocument === null ? 0 : 1 - quiet.perDocument,
  ...Object.fromEntries(
    coverage.perRequirement.map(({ requirement, notAddressed }) => [
      `notAddressed.${requirement}`,
      notAddressed.f1,
    ]),
  ),
})

/**
 * Compares a result with the ratchet, and raises it where asked.
 * @param {Buffer} gold the labelled file: the ratchet holds for the file it was made from and no other
 * @returns {{ held: boolean, lost: string[] }} `held` false where this is another file
 */
export const ratchet = (result, gold, { raise = false } = {}) => {
  const digest = createHash('sha256').update(gold).digest('hex')
  const known = JSON.parse(readFileSync(FILE, 'utf8'))
  if (known.gold !== digest && !raise) return { held: false, lost: [] }
  const before = known.gold === digest ? known.figures : {}
  const now = heldFigures(result)
  const lost = Object.entries(before).flatMap(([name, value]) =>
    (now[name] ?? 0) < value - ROUNDING
      ? [`${name}: ${(now[name] ?? 0).toFixed(4)}, was ${value.toFixed(4)}`]
      : [],
  )
  if (raise && lost.length === 0) {
    const figures = Object.fromEntries(
      Object.entries(now).map(([name, value]) => [
        name,
        Math.max(before[name] ?? 0, Number(value.toFixed(4))),
      ]),
    )
    writeFileSync(FILE, `${JSON.stringify({ gold: digest, figures }, null, 2)}\n`)
  }
  return { held: true, lost }
}
