import type { Option } from './command-line.js'

/** What stands after a command: files, or one of a few words. */
export type Argument = 'files' | readonly string[]

/** What a shell has to know of a command to complete it. */
export interface CompletedCommand {
  readonly name: string
  readonly options: Readonly<Record<string, Option>>
  readonly argument: Argument
  /** Values of options that take one of a few, by the option's name. */
  readonly values: Readonly<Record<string, readonly string[]>>
}

/** Commands, options and values are lower-case letters, digits and these; a shell reads nothing into them. */
const PLAIN = /^[\w./-]+$/

/** Words of a script's own making, between single quotes. */
const quoted = (words: readonly string[]): string => {
  const strange = words.find(word => !PLAIN.test(word))
  if (strange !== undefined) throw new Error(`"${strange}" would have to be escaped in a shell.`)
  return `'${words.join(' ')}'`
}

const spellings = (name: string, { short }: Option): readonly string[] =>
  short === undefined ? [`--${name}`] : [`--${name}`, `-${short}`]

const optionWords = ({ options }: CompletedCommand): readonly string[] =>
  Object.entries(options).flatMap(([name, option]) => spellings(name, option))

/** The options of a command that take one of a few values. */
const choices = ({
  options,
  values,
}: CompletedCommand): readonly (readonly [string, Option, readonly string[]])[] =>
  Object.entries(options).flatMap(([name, option]) => {
    const words = option.type === 'string' ? values[name] : undefined
    return words === undefined ? [] : [[name, option, words] as const]
  })

/** Bash and zsh: which words may follow the command and the word before. */
const cases = (commands: readonly CompletedCommand[], indent: string): readonly string[] => {
  const line = (pattern: string, words: readonly string[]): string =>
    `${indent}${pattern}) candidates=${quoted(words)} ;;`
  return [
    ...commands.flatMap(command =>
      choices(command).map(([name, option, words]) =>
        line(
          spellings(name, option)
            .map(spelling => `'${command.name} ${spelling}'`)
            .join('|'),
          words,
        ),
      ),
    ),
    // A value that is none of a few: the shell offers files.
    ...commands.flatMap(({ name, options, values }) =>
      Object.entries(options)
        .filter(([option, { type }]) => type === 'string' && values[option] === undefined)
        .flatMap(([option, each]) => spellings(option, each).map(spelling => `'${name} ${spelling}'`))
        .map(pattern => `${indent}${pattern}) ;;`),
    ),
    ...commands.map(command =>
      line(`'${command.name} '*`, [
        ...(command.argument === 'files' ? [] : command.argument),
        ...optionWords(command),
      ]),
    ),
  ]
}

const namesOf = (commands: readonly CompletedCommand[]): readonly string[] => [
  ...commands.map(({ name }) => name),
  '--help',
  '--version',
]

// What follows "=" is a file to write to: bash takes it for a word of its own.
const bash = (
  commands: readonly CompletedCommand[],
): string => `# bash completion for cydlint: source <(cydlint completion bash)
_cydlint() {
  local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD-1]} candidates=''
  COMPREPLY=()
  if [[ $COMP_CWORD -eq 1 ]]; then
    candidates=${quoted(namesOf(commands))}
  elif [[ $current != '=' && $previous != '=' ]]; then
    case "\${COMP_WORDS[1]} $previous" in
${cases(commands, '      ').join('\n')}
    esac
  fi
  # Where nothing but options may follow, they are offered after a dash, and files before one.
  if [[ $candidates != -* || $current == -* ]]; then
    COMPREPLY=($(compgen -W "$candidates" -- "$current"))
  fi
}
complete -o default -o bashdefault -F _cydlint cydlint
`

const zsh = (commands: readonly CompletedCommand[]): string => `#compdef cydlint
# zsh completion for cydlint: source <(cydlint completion zsh), or save it as _cydlint in a folder of $fpath
_cydlint() {
  local current=$words[CURRENT] previous=$words[CURRENT-1] command=$words[2] candidates=''
  if (( CURRENT == 2 )); then
    candidates=${quoted(namesOf(commands))}
  elif [[ $current == *=* ]]; then
    compset -P '*='
  else
    case "$command $previous" in
${cases(commands, '      ').join('\n')}
    esac
  fi
  if [[ -z $candidates || ( $candidates == -* && $current != -* ) ]]; then
    _files
  else
    compadd -- \${=candidates}
  fi
}
if [[ $funcstack[1] == _cydlint ]]; then _cydlint "$@"; else compdef _cydlint cydlint; fi
`

const fish = (commands: readonly CompletedCommand[]): string => {
  const lines = commands.flatMap(command => {
    const after = `complete -c cydlint -n '__fish_seen_subcommand_from ${command.name}'`
    const valued = new Map(choices(command).map(([name, , words]) => [name, words]))
    return [
      `complete -c cydlint -f -n __fish_use_subcommand -a ${command.name}`,
      ...Object.entries(command.options).map(([name, { type, short }]) => {
        const words = valued.get(name)
        const value = type === 'boolean' ? '' : words === undefined ? ' -r' : ` -x -a ${quoted(words)}`
        return `${after} -l ${name}${short === undefined ? '' : ` -s ${short}`}${value}`
      }),
      ...(command.argument === 'files' ? [] : [`${after} -f -a ${quoted(command.argument)}`]),
    ]
  })
  return `# fish completion for cydlint: cydlint completion fish | source\n${lines.join('\n')}\n`
}

/** Scripts by shell. */
export const SCRIPTS = { bash, zsh, fish } as const satisfies Record<
  string,
  (commands: readonly CompletedCommand[]) => string
>

export type Shell = keyof typeof SCRIPTS
export const SHELLS: readonly Shell[] = ['bash', 'zsh', 'fish']
