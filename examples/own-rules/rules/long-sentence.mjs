import { defineRule } from 'cydlint'

export default defineRule({
  name: 'house/long-sentence',
  summary: 'A sentence is longer than our style guide allows.',
  authority: {
    force: 'practice',
    ground: 'Our style guide asks for sentences that a director can read once.',
    citations: { '10-K': 'Disclosure style guide, section 2', '20-F': 'Disclosure style guide, section 2' },
    source: 'observed practice',
  },
  forms: ['10-K', '20-F'],
  severity: 'advice',
  confidence: 'high',
  options: {
    mostWords: {
      doc: 'Words that a sentence may have.',
      schema: { type: 'integer', minimum: 10 },
      default: 60,
    },
  },
  outcomes: {
    long: {
      message: 'This sentence has {words} words, and {most} are the most ({citation}): “{quote}”.',
      suggestion: 'Make two sentences of it.',
    },
  },
  run({ sentences, options, report }) {
    for (const sentence of sentences) {
      const words = sentence.text.split(/\s+/).length
      if (words > options.mostWords)
        report({ words: sentence, data: { words: String(words), most: String(options.mostWords) } })
    }
  },
  examples: {
    fires: [
      {
        title: 'A list of systems that never ends',
        form: '10-K',
        text: `Item 1C. Cybersecurity\n\nWe monitor ${'our mail, our plants, our offices, '.repeat(12)}and our stores.`,
      },
      {
        title: 'The same in a 20-F',
        form: '20-F',
        text: `Item 16K. Cybersecurity\n\nWe monitor ${'our mail, our plants, our offices, '.repeat(12)}and our stores.`,
      },
    ],
    silent: [
      {
        title: 'A short sentence',
        form: '10-K',
        text: 'Item 1C. Cybersecurity\n\nWe monitor our mail, our plants and our offices.',
      },
      {
        title: 'Two sentences',
        form: '10-K',
        text: 'Item 1C. Cybersecurity\n\nWe monitor our mail. We monitor our plants and our offices, too.',
      },
    ],
  },
  knownFalseNegatives: ['A long list set apart in items is read as several sentences.'],
})
