import type { PageDocument, PageRun } from '../reporters/html/page-data.js'

/** The data elements of the page, which its own reporter wrote. */
const dataIn = (element: Element | undefined): unknown => JSON.parse(element?.textContent ?? 'null')

/** What the page holds of the run. */
export const readRun = (): PageRun =>
  dataIn(document.querySelector('script[data-run]') ?? undefined) as PageRun

const elements = [...document.querySelectorAll('script[data-document]')]
const read = new Map<number, PageDocument>()

/** A document of the run, by its number from 0; parsed when it is first looked at. */
export const readDocument = (index: number): PageDocument => {
  const known = read.get(index) ?? (dataIn(elements[index]) as PageDocument)
  read.set(index, known)
  return known
}
