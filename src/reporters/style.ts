/** Looks of terminal text, as SGR codes that begin and end them (ECMA-48, 8.3.117). */
const CODES = {
  bold: [1, 22],
  dim: [2, 22],
  underline: [4, 24],
  strike: [9, 29],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  blue: [34, 39],
  cyan: [36, 39],
} as const

export type Look = keyof typeof CODES

/** Gives a text one or more looks; without color it returns the text as it is. */
export type Style = (text: string, ...looks: readonly Look[]) => string

export const styleFor = (color: boolean): Style =>
  color
    ? (text, ...looks) =>
        looks.reduce((styled, look) => `\u001b[${CODES[look][0]}m${styled}\u001b[${CODES[look][1]}m`, text)
    : text => text

/** Control characters and marks that turn the direction of text: in a terminal they would act instead of being shown. */
const ACTING = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g

/** Text of a document, safe to print. Its length does not change. */
export const printable = (text: string): string => text.replace(ACTING, '\ufffd')
