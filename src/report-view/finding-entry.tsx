import type { VNode } from 'preact'
import { memo } from 'preact/compat'
import { useState } from 'preact/hooks'
import { gather } from '../reporters/gather.js'
import type { PageWords } from '../reporters/html/page-data.js'
import { moveByArrows } from './arrow-keys.js'
import { type DocumentModel, type NumberedFinding, placeOf, textOf } from './document-model.js'
import type { Select } from './selection.js'
import { Words } from './words.js'

interface EntryProps {
  readonly finding: NumberedFinding
  readonly model: DocumentModel
  readonly isPicked: boolean
  readonly select: Select
}

/** Words of the document; a press shows them in it. */
const Quote = ({
  words,
  finding,
  model,
  select,
}: Pick<EntryProps, 'finding' | 'model' | 'select'> & { readonly words: PageWords }): VNode => {
  const place = placeOf(words)
  const text = <Words>{textOf(model, words)}</Words>
  return place ? (
    <button type="button" class="quote" onClick={() => select({ target: finding.id, place, from: 'list' })}>
      {text}
    </button>
  ) : (
    <blockquote class="quote">{text}</blockquote>
  )
}

/** Findings that another one makes moot, by rule. */
const Following = ({ finding: { following, number } }: Pick<EntryProps, 'finding'>): VNode | null => {
  const [isOpen, setOpen] = useState(false)
  if (following.length === 0) return null
  const id = `following-${number}`
  return (
    <div class="following">
      <button
        type="button"
        class="plain"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        {following.length} more {following.length === 1 ? 'follows' : 'follow'} from this
      </button>
      <ul id={id} hidden={!isOpen}>
        {[...gather(following, ({ rule, message }) => `${rule}\n${message}`)].map(([key, [first]]) => (
          <li key={key}>
            <code>{first?.rule}</code> <Words>{first?.message ?? ''}</Words>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** One finding: what is wrong, in which words, on what authority, and what would cure it. */
export const FindingEntry = memo((props: EntryProps): VNode => {
  const { finding, isPicked, select } = props
  const { id, number, severity, confidence, rule, quote, message, suggestion, citations } = finding
  return (
    <article id={id} class={`finding ${severity} ${isPicked ? 'picked' : ''}`}>
      <h4>
        <button
          type="button"
          aria-pressed={isPicked}
          onKeyDown={moveByArrows}
          onClick={() => select(isPicked ? null : { target: id, place: null, from: 'list' })}
        >
          <span class="number">{number}</span>
          <span class="severity">{severity}</span> <code>{rule}</code>
          <span class="quiet">
            {confidence} confidence
            {finding.at !== null && (
              <>
                {' · '}
                <Words>{finding.at}</Words>
              </>
            )}
          </span>
        </button>
      </h4>
      {quote && !finding.isNearest && <Quote words={quote} {...props} />}
      <p>
        <Words>{message}</Words>
      </p>
      {quote && finding.isNearest && (
        <>
          <p class="label">Nearest</p>
          <Quote words={quote} {...props} />
        </>
      )}
      {finding.related.map((related, index) => (
        <div key={index}>
          <p class="label">
            <Words>{related.message}</Words>
            {related.at !== null && (
              <>
                {' · '}
                <Words>{related.at}</Words>
              </>
            )}
          </p>
          <Quote words={related} {...props} />
        </div>
      ))}
      <p class="cure">
        <strong>To do</strong> <Words>{suggestion}</Words>
      </p>
      {citations.some(citation => !message.includes(citation)) && (
        <p class="authority quiet">{citations.join('; ')}</p>
      )}
      <Following finding={finding} />
    </article>
  )
})
