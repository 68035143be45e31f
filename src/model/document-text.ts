import type { CydElement } from './elements.js'
import type { UnitKind } from './prose.js'
import type { RequirementName } from './requirements.js'

/** A stretch of a document's text: which of its parts, and offsets of [start, end) in that part's text. */
export interface TextPlace {
  readonly part: number
  readonly start: number
  readonly end: number
}

/** A heading, paragraph, list item or cell: offsets into the text of its part. */
export interface TextUnit {
  readonly kind: UnitKind
  readonly start: number
  readonly end: number
  /** For a heading: 1 (outermost) to 6. */
  readonly level?: number
}

/** Text that was read in one piece: the item, or what is under one tag or key. */
export interface TextPart {
  /** Label of the element that the text stands under; null for the item as a whole. */
  readonly title: string | null
  readonly text: string
  readonly units: readonly TextUnit[]
}

/** A yes-or-no answer that the document gives as a fact. */
export interface TextFlag extends Pick<CydElement, 'element' | 'name' | 'label'> {
  readonly value: boolean
}

/** Where the sentences of a row of the coverage stand, in the order of the row; null for one that stands nowhere. */
export interface CoveragePlaces {
  readonly evidence: readonly (TextPlace | null)[]
  readonly nearest: readonly (TextPlace | null)[]
}

export interface FindingPlaces {
  readonly quote: TextPlace | null
  /** In the order of the finding's related places. */
  readonly related: readonly (TextPlace | null)[]
}

/** A document as its reader saw it, markup gone, and where in it stands what a report says. */
export interface DocumentText {
  readonly parts: readonly TextPart[]
  readonly flags: readonly TextFlag[]
  readonly coverage: Readonly<Partial<Record<RequirementName, CoveragePlaces>>>
  /** By the findings' fingerprints. */
  readonly findings: Readonly<Record<string, FindingPlaces>>
}
