import type { Layer } from '../../src/config/resolve.js'
import { validateConfig } from '../../src/config/validate.js'
import { loadRules } from '../../src/engine/catalogue.js'

/** A configuration as a layer; it has to be without fault. */
export const layer = (value: unknown, name = 'cydlint.config.yaml'): Layer => {
  const { config, problems } = validateConfig(value, loadRules())
  if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join('\n'))
  return { config, folder: '/work', placeOf: path => `${name}#${path.join('/')}` }
}
