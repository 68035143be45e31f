/** What the command's exit code says. Where several hold: usage, then unreadable, then no input, then findings. */
export const EXIT = {
  /** Nothing at or above `--fail-on`. */
  ok: 0,
  findings: 1,
  /** The command line is mistaken. */
  usage: 2,
  noInput: 3,
  /** Some input could not be read; findings for the rest are still printed. */
  unreadable: 4,
  /** A fault of the program. */
  fault: 70,
  /** A report cannot be written: the disk is full, say. */
  unwritable: 74,
} as const

export type ExitCode = (typeof EXIT)[keyof typeof EXIT]
