import { type DefinedRule, definedRule } from '../engine/defined-rule.js'
import { shownPath } from './folder-path.js'
import { importDefault } from './import-module.js'
import { pluginChecks } from './plugin-checks.js'
import { withTimeLimit } from './time-limit.js'

/** What a module of rules gives: each rule, or what is wrong with it, in words. */
export type PluginRule = DefinedRule | { readonly problem: string; readonly name: string | undefined }

const nameOf = (value: unknown): string | undefined =>
  typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string'
    ? value.name
    : undefined

/** Whoever installed the command for all projects has no package to import from. */
const NO_PACKAGE = /Cannot find package 'cydlint'/

const read = async (path: string): Promise<readonly PluginRule[]> => {
  const { problem, ...module } = await importDefault(path)
  if (problem !== undefined) {
    const cure = NO_PACKAGE.test(problem)
      ? ' Install cydlint in this project, or export the rule without defineRule, which only gives it types.'
      : ''
    return [{ problem: problem + cure, name: undefined }]
  }
  const value = 'value' in module ? module.value : undefined
  const given: readonly unknown[] = Array.isArray(value) ? value : [value]
  const file = shownPath(path)
  return given.map((each, index) => {
    const rule = definedRule(each, file)
    if (typeof rule !== 'string') return { rule: rule.rule, check: withTimeLimit(rule.check) }
    const name = nameOf(each)
    const which = name ?? (given.length > 1 ? `entry ${index + 1}` : undefined)
    return { problem: which === undefined ? rule : `${which}: ${rule}`, name }
  })
}

/** Modules that this thread has loaded, by path. */
const modules = new Map<string, Promise<readonly PluginRule[]>>()

/** The rules of a module; each thread runs it once. */
export const pluginRules = (path: string): Promise<readonly PluginRule[]> => {
  const before = modules.get(path)
  if (before) return before
  const loading = read(path).then(rules => {
    for (const rule of rules)
      if ('check' in rule && !pluginChecks.has(rule.check.kind)) pluginChecks.set(rule.check.kind, rule.check)
    return rules
  })
  modules.set(path, loading)
  return loading
}

/** Lets modules be loaded anew, which may have changed. */
export const forgetPlugins = (): void => {
  modules.clear()
  pluginChecks.clear()
}

/** Sees that the checks of modules are there in this thread. */
export const loadPlugins = async (paths: readonly string[] = []): Promise<void> => {
  for (const path of paths) await pluginRules(path)
}
