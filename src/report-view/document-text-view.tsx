import type { VNode } from 'preact'
import { memo } from 'preact/compat'
import { useMemo } from 'preact/hooks'
import type { TextPlace } from '../model/document-text.js'
import type { DocumentModel, Mark, Tone } from './document-model.js'
import { isSamePlace, type MarkedUnit, markedUnits, type Segment, segmentsOf } from './marked-text.js'
import type { Selection } from './selection.js'
import { Words } from './words.js'

type Pick = (target: string) => void

/** The tone that shows where several marks lie over each other: the gravest. */
const TONES: readonly Tone[] = ['error', 'warning', 'advice', 'evidence', 'nearest']
const gravest = (marks: readonly Mark[]): Tone | undefined =>
  TONES.find(tone => marks.some(mark => mark.tone === tone))

/** The mark that a press on words picks: what says most closely something of these words. */
const closest = (marks: readonly Mark[]): Mark | undefined =>
  marks
    .filter(({ tone }) => tone !== 'nearest')
    .toSorted((a, b) => a.place.end - a.place.start - (b.place.end - b.place.start))[0]

interface UnitProps {
  readonly marked: MarkedUnit
  /** What is picked, where it concerns this unit. */
  readonly target: string | null
  readonly place: TextPlace | null
  readonly pick: Pick
}

const MarkedSegment = ({
  segment,
  target,
  place,
  pick,
}: Omit<UnitProps, 'marked'> & { readonly segment: Segment }): VNode => {
  const { marks, text } = segment
  const words = <Words>{text}</Words>
  const tone = gravest(marks)
  if (tone === undefined) return words
  const on = marks.filter(mark => mark.target === target)
  const isChosen = place !== null && on.some(mark => isSamePlace(mark.place, place))
  const names = [tone, on.length > 0 && 'on', isChosen && 'chosen'].filter(name => name !== false)
  const picked = closest(marks)
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the buttons beside the text do the same for the keyboard
    <mark class={names.join(' ')} onClick={() => picked && pick(picked.target)}>
      {words}
    </mark>
  )
}

/** More of these beside one paragraph help nobody. */
const MOST_REFERENCES = 30

/** What is said of a unit, by number and paragraph: the way from the text to the report. */
const References = ({ marked: { beginning }, target, pick }: Omit<UnitProps, 'place'>): VNode | null => {
  const first = new Map(beginning.filter(({ beside }) => beside !== null).map(mark => [mark.target, mark]))
  const marks = [...first.values()]
  return marks.length === 0 ? null : (
    <span class="references">
      {marks.slice(0, MOST_REFERENCES).map(mark => (
        <button
          key={mark.target}
          type="button"
          class={mark.beside === 'paragraph' ? 'paragraph' : `number ${mark.beside}`}
          aria-label={mark.says}
          title={mark.says}
          aria-pressed={mark.target === target}
          onClick={() => pick(mark.target)}
        >
          {mark.label}
        </button>
      ))}
      {marks.length > MOST_REFERENCES && <span class="quiet">and {marks.length - MOST_REFERENCES} more</span>}
    </span>
  )
}

/** Headings of the document, under that of the text as a whole. */
const HEADINGS = ['h3', 'h4', 'h5'] as const

const Unit = memo((props: UnitProps): VNode => {
  const { marked } = props
  const { kind, level = 2 } = marked.unit
  const Heading = HEADINGS[level - 1] ?? 'h6'
  const words = segmentsOf(marked).map(segment => (
    <MarkedSegment key={segment.start} segment={segment} {...props} />
  ))
  return (
    <div class={`unit ${kind}`}>
      {kind === 'heading' ? (
        <Heading class={`words level-${level}`}>{words}</Heading>
      ) : (
        <p class="words">{words}</p>
      )}
      <References {...props} />
    </div>
  )
})

const concerns = ({ marks }: MarkedUnit, target: string | undefined): boolean =>
  target !== undefined && marks.some(mark => mark.target === target)

/** The yes-or-no answers that the document gives as facts, with the findings on each. */
const FlagList = ({
  model: { flags, live },
  target,
  pick,
}: {
  readonly model: DocumentModel
  readonly target: string | null
  readonly pick: Pick
}): VNode | null =>
  flags.length === 0 ? null : (
    <dl class="flags" aria-label="Flags">
      {flags.map(({ element, name, label, value }, index) => (
        <div key={`${element}${index}`}>
          <dt>{label}</dt>
          <dd>
            {live
              .filter(({ flag }) => flag === name)
              .map(({ id, number, severity, rule }) => (
                <button
                  key={id}
                  type="button"
                  class={`number ${severity}`}
                  aria-label={`Finding ${number}, ${severity}: ${rule}`}
                  aria-pressed={id === target}
                  onClick={() => pick(id)}
                >
                  {number}
                </button>
              ))}{' '}
            <mark class={live.some(({ id, flag }) => id === target && flag === name) ? 'on' : ''}>
              {value ? 'Yes' : 'No'}
            </mark>
          </dd>
        </div>
      ))}
    </dl>
  )

/** The document as it was read, with evidence and findings marked in it. */
export const DocumentTextView = ({
  model,
  selection,
  pick,
}: {
  readonly model: DocumentModel
  readonly selection: Selection | null
  readonly pick: Pick
}): VNode => {
  const { text, marks } = model
  const parts = useMemo(
    () =>
      (text ?? []).map((part, index) => ({
        title: part.title,
        units: markedUnits(
          part,
          marks.filter(({ place }) => place.part === index),
        ),
      })),
    [text, marks],
  )
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard
    <section class="text" aria-labelledby="text" tabIndex={0}>
      <div class="sheet">
        <h2 id="text">The text as it was read</h2>
        {text !== null && (
          <p class="key quiet">
            Numbers beside it are findings. Paragraphs of the rule, such as (b)(1), stand where the text
            answers them.
          </p>
        )}
        {text === null && <p class="quiet">This report was made without the text of the document.</p>}
        <FlagList model={model} target={selection?.target ?? null} pick={pick} />
        {parts.map(({ title, units }, part) => (
          <div key={part} class="part">
            {title !== null && <h3>{title}</h3>}
            {units.map(marked => {
              const isOn = concerns(marked, selection?.target)
              return (
                <Unit
                  key={marked.unit.start}
                  marked={marked}
                  target={isOn ? (selection?.target ?? null) : null}
                  place={isOn ? (selection?.place ?? null) : null}
                  pick={pick}
                />
              )
            })}
          </div>
        ))}
      </div>
    </section>
  )
}
