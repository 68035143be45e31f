import type { Severity } from '../model/finding.js'
import type { Look, Style } from './style.js'

/** What the parts of a terminal report are drawn with. */
export interface Canvas {
  /** Columns of a line. */
  readonly width: number
  readonly color: boolean
  readonly style: Style
}

export const LOOKS: Readonly<Record<Severity, Look>> = { error: 'red', warning: 'yellow', advice: 'blue' }
