// docs/configuration-reference.md: every key of a configuration, from its schema.

const code = value => `\`${value}\``

const numberInWords = ({ type, minimum, maximum }) => {
  const kind = type === 'number' ? 'a number' : 'a whole number'
  if (minimum === undefined) return kind
  return maximum === undefined ? `${kind} from ${minimum} on` : `${kind} from ${minimum} to ${maximum}`
}

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
      if (type === 'integer' || type === 'number') return numberInWords(schema)
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

/** The options that a setting of a rule may hold; undefined where the rule has none. */
const optionsOf = ({ anyOf = [] }) =>
  anyOf.find(({ type }) => type === 'object')?.properties.options?.properties

/** A row for each option of each rule. */
const optionRows = (settings, defs, linkTo) =>
  Object.entries(settings).flatMap(([rule, setting]) =>
    Object.entries(optionsOf(setting) ?? {}).map(([name, schema]) => {
      const preset = schema.default === undefined ? '' : ` Default: ${code(JSON.stringify(schema.default))}.`
      return `| [${code(rule)}](${linkTo(rule)}) | ${code(name)} | ${inWords(schema, defs)} | ${schema.description}${preset} |`
    }),
  )

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

Rules with options take them under \`options\`, for whole documents and not for sections:

| rule | option | value | meaning |
| --- | --- | --- | --- |
${optionRows(defs.rules.properties, defs, linkTo).join('\n')}

The rules:

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
