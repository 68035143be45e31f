import type { VNode } from 'preact'
import type { PageRun } from '../reporters/html/page-data.js'
import { Words } from './words.js'

/** Inputs that could not be read: they are part of the verdict, so they stand near it. */
export const UnreadInputs = ({ run: { errors } }: { readonly run: PageRun }): VNode | null =>
  errors.length === 0 ? null : (
    <section class="unread" aria-labelledby="unread">
      <h2 id="unread">Could not be checked</h2>
      <ul>
        {errors.map(({ path, message }, index) => (
          <li key={index}>
            <code>
              <Words>{path}</Words>
            </code>
            : <Words>{message}</Words>
          </li>
        ))}
      </ul>
    </section>
  )
