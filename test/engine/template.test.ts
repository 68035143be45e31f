import { expect, test } from 'vitest'
import { placeholdersIn, renderTemplate } from '../../src/engine/template.js'

test('values are filled in', () => {
  expect(renderTemplate('The flag {flag} is {value}.', { flag: 'f', value: 'true' })).toBe(
    'The flag f is true.',
  )
})

test('a passage in double brackets is left out where a value in it is empty', () => {
  const template = 'Nothing is said. [[Nearest: “{nearest}”.]]'
  expect(renderTemplate(template, { nearest: 'We try' })).toBe('Nothing is said. Nearest: “We try”.')
  expect(renderTemplate(template, { nearest: '' })).toBe('Nothing is said.')
})

test('a value that looks like a template is text', () => {
  expect(renderTemplate('It says {quote}.', { quote: '{{name}} and [[x]] and $&' })).toBe(
    'It says {{name}} and [[x]] and $&.',
  )
})

test('the values that a template asks for are known', () => {
  expect(placeholdersIn('{a} [[{b}]] {a}')).toEqual(['a', 'b', 'a'])
})
