/** The registrant's own terms, which no lexicon has: what the evidence takes them for. */
export interface Glossary {
  /** Committees of the board of directors ("Digital Trust Committee"). */
  readonly boardCommittees: readonly string[]
  /** Committees and councils of management. */
  readonly managementCommittees: readonly string[]
  /** Titles of positions of management ("Head of Cyber Defence"). */
  readonly positions: readonly string[]
}
