import type { VNode } from 'preact'
import { useState } from 'preact/hooks'

type Theme = 'light' | 'dark'

/** Whether the page is dark now, as the reader's system or an earlier press has it. */
const currentTheme = (): Theme => {
  const { theme } = document.documentElement.dataset
  if (theme === 'light' || theme === 'dark') return theme
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
}

/** What can be done with the page as a whole. */
export const Tools = (): VNode => {
  const [theme, setTheme] = useState(currentTheme)
  const other = theme === 'dark' ? 'light' : 'dark'
  return (
    <div class="tools">
      <button
        type="button"
        onClick={() => {
          document.documentElement.dataset['theme'] = other
          setTheme(other)
        }}
      >
        {other === 'dark' ? 'Dark' : 'Light'}
      </button>
      <button type="button" onClick={() => window.print()}>
        Print
      </button>
    </div>
  )
}
