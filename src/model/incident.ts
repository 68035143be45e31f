/** What Item 1.05(a) of Form 8-K asks to be described of a material incident, in the order of the rule. */
export const INCIDENT_ASPECTS = ['nature', 'scope', 'timing', 'impact'] as const
export type IncidentAspect = (typeof INCIDENT_ASPECTS)[number]

/** The aspects, and the statement of Instruction 2 that some of it is not determined or not available. */
export const INCIDENT_SUBJECTS = [...INCIDENT_ASPECTS, 'undetermined'] as const
export type IncidentSubject = (typeof INCIDENT_SUBJECTS)[number]
