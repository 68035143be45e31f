// docs/configuration-reference.md: every key of a configuration, from its schema.

const code = value => `\`${value}\``

/** What may stand for a key, in words. */
const inWords = (schema, defs) => {
  const value = each => inWords(each, defs)
  if (schema.$ref) return value(defs[schema.$ref.replace('#/$defs/', '')])
  // YAML reads on and off as true and false: who writes a configuration writes on and off.
  if (schema.enum)
    return schema.enum
      .filter(each => typeof each === 'string')
      .map(code)
      .join(', ')
  if (schema.anyOf) {
    const [one, many] = schema.anyOf
    const isList = many?.type === 'array' && JSON.stringify(many.items) === JSON.stringify(one)
    return isList ? `${value(one)}; or a list of these` : schema.anyOf.map(value).join(', or ')
  }
  return [schema.type]
    .flat()
    .map(type => {
      if (type === 'boolean') return `${code(true)} or ${code(false)}`
      if (type === 'integer')
        return schema.minimum === undefined ? 'a number' : `a number from ${schema.minimum} on`
      if (type === 'null') return code(null)
      if (type === 'array')
        return `a list of ${schema.items.type === 'object' ? 'maps' : value(schema.items)}`
      return type === 'object' ? 'a map' : 'text'
    })
    .join(', or ')
}

/** A row for each key, those within a map or a list of maps after it: "overrides[].files". */
const rowsOf = (properties, defs, above = '') =>
  Object.entries(properties).flatMap(([key, schema]) => {
    const name = `${above}${key}`
    const resolved = schema.$ref ? defs[schema.$ref.replace('#/$defs/', '')] : schema
    const description = schema.description ?? resolved.description ?? ''
    const within = key === 'rules' ? undefined : (resolved.properties ?? resolved.items?.properties)
    return [
      `| ${code(name)} | ${inWords(schema, defs)} | ${description} |`,
      ...(within ? rowsOf(within, defs, `${name}${resolved.items ? '[]' : ''}.`) : []),
    ]
  })

/** @param schema schemas/config.schema.json @param rules the catalogue @param linkTo a rule's page */
export const configurationReference = (schema, rules, linkTo) => {
  const { properties, $defs: defs } = schema
  const patterns = Object.keys(defs.rules.properties).filter(name => name.includes('*'))
  return `# Configuration reference

Every key of a configuration. [configuration.md](configuration.md) says how they work together, and \`cydlint config FILE\`
what holds for a file.

## Keys

| key | value | meaning |
| --- | --- | --- |
${rowsOf(properties, defs).join('\n')}

## Keys of \`rules\`

${defs.rules.description} Keys are ${patterns.map(code).join(', ')} and the rules below.

A value is ${inWords(defs.severity, defs)}, or a map:

| key | value | meaning |
| --- | --- | --- |
${rowsOf(defs.setting.anyOf.find(({ type }) => type === 'object').properties, defs).join('\n')}

| rule | severity that it ships with | confidence |
| --- | --- | --- |
${rules
  .map(
    ({ name, severity, preview, confidence }) =>
      `| [${code(name)}](${linkTo(name)}) | ${preview ? `${severity}, off (preview)` : severity} | ${confidence} |`,
  )
  .join('\n')}

Made from [\`schemas/config.schema.json\`](../schemas/config.schema.json) by \`npm run update-docs\`.
`
}
