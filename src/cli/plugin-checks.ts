import type { Check } from '../checks/check.js'

/** The checks of all modules that this thread has loaded, by kind. They are functions, which no thread can be handed. */
export const pluginChecks = new Map<string, Check>()
