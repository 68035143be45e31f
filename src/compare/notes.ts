import { sameRegistrant } from './registrant.js'
import type { Side } from './statement.js'

const cutIn = ({ disclosure }: Side): string =>
  [
    ...new Set(disclosure.blocks.filter(({ truncated }) => truncated).map(({ element }) => element.name)),
  ].join(', ')

/** What a reader has to know of two documents before reading how they differ. */
export const notesOn = (old: Side, fresh: Side): readonly string[] => {
  const [before, after] = [old.disclosure, fresh.disclosure]
  const notes: string[] = []
  if (sameRegistrant(before.registrant, after.registrant) === false)
    notes.push(
      `The documents name different registrants, “${before.registrant}” and “${after.registrant}”: what differs may be no change.`,
    )
  if (before.form !== after.form && before.item !== after.item)
    notes.push(`The forms differ: ${before.form} before, ${after.form} now.`)
  if (before.periodOfReport !== null && after.periodOfReport !== null) {
    if (before.periodOfReport === after.periodOfReport)
      notes.push(`Both are for the period that ended on ${after.periodOfReport}.`)
    if (before.periodOfReport > after.periodOfReport)
      notes.push(
        `The new document is for an earlier period (${after.periodOfReport}) than the old one (${before.periodOfReport}): the old one is named first.`,
      )
  }
  const [cutBefore, cutAfter] = [cutIn(old), cutIn(fresh)]
  if (cutBefore !== '' && cutBefore === cutAfter)
    notes.push(`The source of both documents cut ${cutBefore} short: what their lost ends say is unknown.`)
  else {
    if (cutBefore !== '')
      notes.push(
        `The source of the old document cut ${cutBefore} short: what their lost ends said is unknown.`,
      )
    if (cutAfter !== '')
      notes.push(`The source of the new document cut ${cutAfter} short: what their lost ends say is unknown.`)
  }
  if (before.view === 'tagged' && after.view === 'item')
    notes.push(
      'Of the old document only tagged text was seen: what is new here may have stood in it outside the tags.',
    )
  if (before.view === 'item' && after.view === 'tagged')
    notes.push(
      'Of the new document only tagged text was seen: what is gone here may stand in it outside the tags.',
    )
  return notes
}
