import { requirements } from '../generated/requirements.js'
import type { RequirementDescription } from '../reporters/html/page-data.js'

/** The requirements as reports describe them, in the order of the rule. */
export const requirementDescriptions = (): readonly RequirementDescription[] =>
  requirements.map(({ name, title, asks, force }) => ({ name, title, asks, force }))
