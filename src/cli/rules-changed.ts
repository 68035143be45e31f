import { loadRules } from '../engine/catalogue.js'
import { type ChangedRule, changedSince, versionNamed } from '../engine/ruleset-changes.js'
import { rulesetVersions } from '../generated/ruleset.js'
import { tool } from '../generated/tool.js'
import { type Canvas, LOOKS } from '../reporters/canvas.js'
import { count } from '../reporters/count.js'
import { paragraph } from '../reporters/wrap.js'
import { didYouMean } from '../text/nearest-name.js'

const [current] = rulesetVersions

const newLines = ({ rule: { name, severity, preview, since, summary } }: ChangedRule, canvas: Canvas) => [
  `  ${canvas.style(name, 'bold')}  ${canvas.style(severity, LOOKS[severity])}${preview ? ', on trial' : ''}, since ${since}`,
  ...paragraph(summary, canvas.width, '    '),
]

const changeLines = ({ rule: { name }, changes }: ChangedRule, canvas: Canvas) => [
  `  ${canvas.style(name, 'bold')}`,
  ...changes.flatMap(({ version, aspect, says }) =>
    paragraph(`${version}, ${aspect}: ${says}`, canvas.width, '      ', '    '),
  ),
]

const text = (version: string, rules: readonly ChangedRule[], canvas: Canvas): string => {
  const fresh = rules.filter(({ isNew }) => isNew)
  const changed = rules.filter(({ changes }) => changes.length > 0)
  const section = (title: string, lines: readonly string[]): readonly string[] =>
    lines.length === 0 ? [] : ['', canvas.style(title, 'bold'), ...lines]
  const head =
    rules.length === 0
      ? `No rule is new or changed since ruleset ${version}; the rules here are ${current?.version}.`
      : `Since ruleset ${version}: ${count(fresh.length, 'new rule')}, ${count(changed.length, 'changed rule')}. The rules here are ${current?.version}.`
  return [
    ...paragraph(head, canvas.width, ''),
    ...section(
      'New',
      fresh.flatMap(each => newLines(each, canvas)),
    ),
    ...section(
      'Changed',
      changed.flatMap(each => changeLines(each, canvas)),
    ),
    '',
  ].join('\n')
}

const json = (version: string, rules: readonly ChangedRule[]): string =>
  `${JSON.stringify(
    {
      version: 1,
      tool,
      changedSince: version,
      rules: rules.map(({ rule: { name, summary, severity, since }, isNew, changes }) => ({
        name,
        summary,
        severity,
        since,
        isNew,
        changes,
      })),
    },
    null,
    2,
  )}\n`

/**
 * What `cydlint rules --changed-since VERSION` prints.
 * @returns what is wrong with the version instead, where there is no such one
 */
export const changesSince = (
  name: string,
  format: 'table' | 'json',
  canvas: Canvas,
): { readonly text: string } | { readonly problem: string } => {
  const found = versionNamed(name, rulesetVersions)
  if (!found) {
    const known = rulesetVersions.map(({ version }) => version)
    return {
      problem: `There is no ruleset "${name}": versions are ${known.join(', ')}, counted apart from those of the program.${didYouMean(name, known)}`,
    }
  }
  const { version } = found
  const rules = changedSince(version, loadRules())
  return { text: format === 'json' ? json(version, rules) : text(version, rules, canvas) }
}
