const COMMON = `Look
  --color, --no-color      color the output, or do not; else NO_COLOR, FORCE_COLOR
                           and whether a terminal is there decide
  -h, --help               show this help
`

const INPUT = `Input
  --form FORM              the form, whatever the input says: 10-K, 10-K/A, 10-KT,
                           20-F, 20-F/A, 8-K, 8-K/A, 6-K
  --stdin-filename NAME    what to call standard input; its ending helps to tell
                           Markdown, HTML, JSON and plain text apart
`

export const OVERVIEW = `cydlint checks cybersecurity disclosures: Regulation S-K Item 106 (Form 10-K,
Item 1C) and Form 20-F Item 16K. Nothing leaves this machine.

Usage: cydlint COMMAND [OPTIONS]

Commands
  check [PATH…]      check drafts, tagged facts or folders of them: the main job
  compare OLD NEW    show what differs between two drafts, or two years
  annotate FILE      write a copy of a Word document with findings as comments
  init --form FORM   write a draft to start from, and a configuration
  inspect FILE       show what the reader saw: form, flags, text blocks
  explain NAME       tell about a rule, a requirement or a citation
  rules              list the rules
  baseline ACTION    write, check, prune: findings that were there, so that only
                     new ones count
  suppressions list  show what is left out, and why
  dispositions read  take what was decided in a table of findings as suppressions
  config [FILE]      show what is configured for a file, and where
  completion SHELL   print a script that completes commands in bash, zsh or fish
  help [COMMAND]     show this help, or that of a command

  -h, --help         the same
  --version          show the version

Examples
  cydlint check drafts/item-1c.md
  cydlint check --format json=report.json drafts/
  cydlint explain "229.106(c)(2)(i)"

Exit codes
  0  nothing at or above --fail-on was found
  1  findings
  2  the command line is mistaken
  3  no input was found
  4  some input could not be read
`

const CHECK = `Checks disclosures and reports on them.

Usage: cydlint check [OPTIONS] [PATH…]

PATH is a file, a folder or a quoted pattern ("drafts/*.md"). A file that is named
is always checked; of a folder, only files that hold such an item or such facts.
Without a path, or with "-", standard input is checked where something is piped in.

${INPUT}  --no-ignore              check files that ignore files or the configuration leave
                           out, too

Configuration
  --config FILE            go by this configuration alone. Without it the nearest
                           cydlint.config.yaml (or .yml, .json, .mjs) holds, from a
                           file's folder up to the root of its repository
  --no-config              go by none

The period before
  --prior PATH             the report of the period before, or the draft before, in
                           any kind of input: the rules compare/* run against it.
                           Of several documents each is paired with the one of its
                           registrant; PATH#ID names one of a file of several

Findings from before
  --baseline FILE          findings in it do not count. Without it the nearest
                           .cydlint-baseline.json holds, where there is one
  --no-baseline            all findings count
  --since REF              check files that have changed since a commit, branch or
                           tag, and report what the change brought
  --staged                 the same of what is staged, as it is staged

Report
  -f, --format NAME[=FILE] terminal (default), json, ndjson, sarif, junit, github,
                           gitlab, checkstyle, markdown, csv, xlsx or html; with
                           =FILE it is written there, as xlsx has to be. Give it
                           again for a further report.
  --min-confidence LEVEL   high, medium (default) or low: hide findings that are
                           less sure
  --all                    the terminal report in full: without it, what does not
                           fit a screen is told in brief, advice first
  --preview                run the rules that are on trial, too
  -q, --quiet              errors alone: no warnings, advice or coverage in the
                           terminal report
  --as-of DATE             the day to check as of, YYYY-MM-DD (default: today)
  --stats                  count documents, sentences, findings by rule and
                           coverage by requirement, on standard error
  --timing                 tell on standard error how long each phase and each kind
                           of check takes

Running
  -w, --watch              check again when a document, the configuration or one of
                           its rules changes, until Ctrl-C
  --cache[=FOLDER]         keep what comes of each file, encrypted, and read it
                           where nothing has changed (default: .cydlint-cache at
                           the root of the repository)
  --jobs N                 threads that a run over much input may use (default: one
                           for each processor)

Verdict
  --fail-on LEVEL          error (default), warning, advice or never: exit with 1
                           from this severity on
  --max-warnings N         exit with 1 where there are more than N warnings

${COMMON}
Examples
  cydlint check drafts/item-1c.md
  pbpaste | cydlint check --form 20-F -
  cydlint check --format terminal --format sarif=cydlint.sarif filings/
  cydlint check --format ndjson season.ndjson | jq 'select(.type == "document")'

Exit codes
  0  nothing at or above --fail-on    3  no input was found
  1  findings                         4  some input could not be read
  2  the command line is mistaken
`

const COMPARE = `Compares two disclosures: this year's with last year's, draft 4 with draft 3, a draft
with what was filed. Tells first what differs in substance, on about one screen.

Usage: cydlint compare [OPTIONS] OLD NEW

OLD and NEW may be of any two kinds that "check" reads; one of them may be "-". Of
files or folders of several documents each is paired with the last earlier one of
its registrant, and what is not paired is listed. PATH#ID names one document of a
file of several: cydlint compare season.ndjson#acme-2024 season.ndjson#acme-2025

${INPUT}
Output
  -f, --format NAME[=FILE] terminal (default), json or markdown; with =FILE it is
                           written there. Give it again for a further one.
  -a, --all                everything that differs, in full (terminal)

Findings: the rules compare/*, on the newer document
  --fail-on LEVEL          never (default), error, warning or advice: exit with 1
                           from this severity on
  --min-confidence LEVEL   high, medium (default) or low
  --as-of DATE, --config FILE, --no-config
                           as in "cydlint help check"

${COMMON}
What a comparison says
  answers   what became of the answer to each of the 13 requirements
  flags     those that changed, with and without the words that bear on them
  passages  unchanged, reworded (word by word: [-what went-] {+what came+}), moved,
            new, gone; "unseen" where the other document's source cut it off
  years     of the prior period, where the new text still names them

Examples
  cydlint compare filed-2025.htm draft-2026.docx
  cydlint compare --format markdown=changes.md turn-3.md turn-4.md
  cydlint compare --fail-on warning 2025.ndjson 2026.ndjson

Exit codes
  0  compared                         3  there was nothing to compare
  1  findings, with --fail-on alone   4  some input could not be read
  2  the command line is mistaken
`

const INSPECT = `Shows what the reader saw of a file: the form and how it was determined, flags,
text blocks and the number of sentences. Judges nothing.

Usage: cydlint inspect [OPTIONS] FILE

${INPUT}
Configuration
  --config FILE            go by this configuration alone
  --no-config              go by none

Output
  -f, --format NAME        text (default) or json
  --evidence               also, requirement by requirement, the sentences that
                           matched, by which pattern, and the verdict

${COMMON}
Examples
  cydlint inspect drafts/item-1c.md
  cydlint inspect --format json --evidence facts.json

Exit codes
  0  read, also where it holds no facts    3  no input was found
  2  the command line is mistaken          4  it could not be read
`

const INIT = `Writes a draft to start from: its structure is that of the item, each part has what
the rule asks as a comment, with the citation, and a blank to fill in, which "cydlint
check" reports until it is. Beside it a configuration, where there is none.

Usage: cydlint init --form 10-K|20-F|8-K [DIR or FILE]

Without a place, the current folder. With "-", the draft goes to standard output.
Nothing is overwritten.

  --form FORM              10-K, 20-F or 8-K
  --force                  replace a draft that is there; a configuration never is
  -h, --help               show this help

Examples
  cydlint init --form 10-K drafts/
  cydlint init --form 8-K drafts/incident.md
  cydlint init --form 20-F - | less

Exit codes
  0  written    2  the command line is mistaken, or the file is there already
`

const EXPLAIN = `Tells about a rule, a requirement, an element of the cyd taxonomy or a citation:
what it asks, on what authority, with examples and what cydlint says of them. The
pages of docs/ hold the same.

Usage: cydlint explain [OPTIONS] NAME

Configuration
  --config FILE            go by this configuration alone
  --no-config              go by none

Output
  -f, --format NAME        text (default), markdown or json

${COMMON}
Examples
  cydlint explain missing/expertise
  cydlint explain missing
  cydlint explain board-informed
  cydlint explain "229.106(c)"
  cydlint explain "16K(b)(1)"
  cydlint explain 1.05
  cydlint explain "EDGAR Filer Manual 6.5"

Exit codes
  0  explained    2  nothing is known by that name
`

const RULES = `Lists the rules: name, severity, and what each finds; those of your own, too, and
the severities that the configuration here sets.

Usage: cydlint rules [OPTIONS]
       cydlint rules test [FILE…]

"rules test" runs the examples in rules of your own: those in the files that are
named (YAML, or modules in JavaScript), or those that "ruleFiles" and "plugins" of
the configuration name. It exits with 1 where one does not hold.

Configuration
  --config FILE            go by this configuration alone
  --no-config              go by none

Output
  -f, --format NAME        table (default) or json: everything that is known of
                           each rule, with its examples
  --changed-since VERSION  only what is new or changed since a version of the
                           rules, which --version prints

${COMMON}`

const CONFIG = `Shows what holds for a file, a folder or the current folder: each setting and each
rule, and where it was set.

Usage: cydlint config [OPTIONS] [FILE]

Configuration
  --config FILE            go by this configuration alone
  --no-config              go by none
  --form FORM, --fail-on LEVEL, --min-confidence LEVEL, --max-warnings N
                           as with check: they win over a configuration

Output
  -f, --format NAME        text (default) or json

${COMMON}
A configuration is cydlint.config.yaml, .yml, .json or .mjs in the folder of a file
or above it, up to the root of its repository:

  extends: pre-filing      # or recommended, 10-k, 20-f, all, ./other.yaml
  failOn: warning
  rules:
    missing/expertise: off
    draft/*: error
  ignore: [archive/]
  overrides:
    - files: ["20-f/"]
      form: 20-F

Exit codes
  0  shown    2  the command line or a configuration is mistaken
`

const COMPLETION = `Prints a script that makes a shell complete commands, options and their values.

Usage: cydlint completion bash|zsh|fish

  -h, --help               show this help

Examples
  source <(cydlint completion bash)
  cydlint completion fish > ~/.config/fish/completions/cydlint.fish

Exit codes
  0  printed    2  there is no script for that shell
`

const BASELINE = `Keeps the findings that are there in a file, so that only new ones count.

Usage: cydlint baseline write|check|prune [OPTIONS] PATH…
       cydlint baseline move OLD NEW

  write   makes .cydlint-baseline.json beside the configuration, or at the root of
          the repository; where there is one, takes out what is fixed
  check   tells what is fixed, whose document is gone, and which entries seem to
          belong to a document of another name; changes nothing
  prune   takes out what is fixed or gone
  move    gives the entries of one document to another

Options
  --baseline FILE          this file in place of the nearest one
  --allow-growth           let write add findings to a baseline that is there
  --reason TEXT            why it grows; it is kept in the file
  --form FORM, --min-confidence LEVEL, --as-of DATE, --jobs N, --config FILE,
  --no-config, --no-ignore as in "cydlint help check"
  -h, --help               show this help

Examples
  cydlint baseline write drafts/
  cydlint baseline write --allow-growth --reason "acquired in June" drafts/
  cydlint baseline move drafts/turn-3.md drafts/turn-4.md

Exit codes
  0  done; for check: nothing is stale
  1  it would grow; for check: there are stale entries
  2  the command line or the baseline is mistaken
  3  no input was found    4  some input could not be read; nothing was written
`

const SUPPRESSIONS = `Lists what comments in drafts and .cydlint-suppressions.yaml files leave out: the
rule, the words, the reason, author, age and last day, and whether it is in use.

Usage: cydlint suppressions list [OPTIONS] [PATH…]

Without a path, the current folder is read.

Options
  -f, --format NAME        text (default) or json
  --form FORM, --as-of DATE, --config FILE, --no-config, --no-ignore
                           as in "cydlint help check"
  -h, --help               show this help

In Markdown and HTML (in inline XBRL, a colon in place of the two hyphens):
  <!-- cydlint-disable-next RULE -- reason -->     the next sentence, block or section
  <!-- cydlint-disable RULE -- reason -->          from here …
  <!-- cydlint-enable RULE -->                     … to here
  <!-- cydlint-disable-file RULE -- reason -->     the whole document

Exit codes
  0  listed                        3  no input was found
  2  the command line is mistaken  4  some input could not be read
`

const ANNOTATE = `Writes a copy of a Word document in which every finding is a comment on its words,
by "cydlint": the rule, the citation, what is wrong and what to do. The original is
left as it is, and nothing else of it changes in the copy.

Usage: cydlint annotate [OPTIONS] -o REVIEWED.docx DRAFT.docx

A finding about what is not there is a comment on the heading of the item, or on the
nearest words. Comments cannot stand in footnotes and text boxes: there they are on
the reference or on the box. Comments that an earlier run made are replaced, but for
those that somebody has answered. Suppressed findings are left out, and counted.

Options
  -o, --output FILE        the copy; it is never the original itself
  --force                  replace a copy that is there
  --form FORM, --min-confidence LEVEL, --as-of DATE, --config FILE, --no-config
                           as in "cydlint help check"
  -h, --help               show this help

Examples
  cydlint annotate drafts/turn-4.docx -o drafts/turn-4-reviewed.docx

Exit codes
  0  written, whatever was found       3  there is no such document
  2  the command line is mistaken      4  it could not be read
`

const DISPOSITIONS = `Takes what was decided in a table of findings as suppressions with reasons.

Usage: cydlint dispositions read [OPTIONS] FILE [PATH…]

FILE is a table that "cydlint check --format xlsx=FILE" (or csv=FILE) wrote, with
its columns "disposition", "owner" and "comment" filled in:

  fix                the draft will change; nothing is written
  keep as drafted    the words stay; the comment is the reason
  not applicable     the same, because the requirement does not apply
  mistaken finding   the same, because the finding is wrong

The documents that it names (or PATH, as it was given to check) are checked anew.
What is decided about a finding that is still there goes to the nearest
.cydlint-suppressions.yaml, with the owner as author; entries that are there stay.
Rows that no longer match are told. A comment that says nothing ("todo") is refused,
and then nothing is written.

Options
  --dry-run                tell what would be written, and write nothing
  --form FORM, --as-of DATE, --config FILE, --no-config
                           as in "cydlint help check"
  -h, --help               show this help

Examples
  cydlint check --format xlsx=issues.xlsx drafts/
  cydlint dispositions read issues.xlsx

Exit codes
  0  done                                  3  there is no such table
  1  there are rows that no longer match   4  some document could not be read
  2  the command line or the table is mistaken; nothing was written
`

/** Help by command. */
export const HELP: Readonly<Record<string, string>> = {
  annotate: ANNOTATE,
  baseline: BASELINE,
  check: CHECK,
  compare: COMPARE,
  config: CONFIG,
  completion: COMPLETION,
  dispositions: DISPOSITIONS,
  explain: EXPLAIN,
  init: INIT,
  inspect: INSPECT,
  rules: RULES,
  suppressions: SUPPRESSIONS,
}
