import { itemOf } from '../../model/forms.js'
import { NO_FORM, resolveForm } from '../form.js'
import {
  documentEntry,
  errorEntry,
  type OpenInput,
  type ReadEntry,
  type ReaderInput,
  sourceOf,
} from '../input.js'
import { holdsItem } from '../item-section.js'
import { itemProse } from './item-prose.js'

/** Reads the plain text of an item. */
export const openText = (input: ReaderInput): OpenInput => {
  const { path, text, options } = input
  function* entries(): Generator<ReadEntry> {
    const guess = resolveForm(options, undefined, () => [text], [])
    if (!guess) {
      yield errorEntry(path, NO_FORM)
      return
    }
    const { prose, notes } = itemProse(sourceOf(input), guess.form)
    yield documentEntry({
      path,
      id: null,
      form: guess.form,
      formFrom: guess.from,
      item: itemOf(guess.form),
      view: 'item',
      registrant: null,
      periodOfReport: null,
      flags: [],
      blocks: [],
      prose: [prose],
      notes,
    })
  }
  return {
    kind: 'text',
    skipped: holdsItem(text) ? null : 'it is plain text without a heading of Item 1C, 16K or 1.05',
    entries,
  }
}
