/** A suppression that stands in a file beside the document, for one finding of it. */
export interface SuppressionEntry {
  /** The document, as the file names it. */
  readonly document: string
  readonly rule: string
  readonly fingerprint: string
  readonly reason: string
  readonly author?: string
  /** Day on which it was added, YYYY-MM-DD. */
  readonly added?: string
  /** Last day on which it holds, YYYY-MM-DD. */
  readonly expires?: string
  /** The words that the finding is about, for those who read the file. */
  readonly text?: string
}
