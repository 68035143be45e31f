/** Watches how long the parts of a check take. The engine reads no clock: whoever asks for times brings one. */
export interface Timer {
  readonly evidence: <Result>(work: () => Result) => Result
  /** @param kind of the check, which serves every rule that names it */
  readonly check: <Result>(kind: string, work: () => Result) => Result
}

export const UNTIMED: Timer = { evidence: work => work(), check: (_, work) => work() }
