// The only place in cydlint that reads the clock.

/** Today, in the user's time zone, YYYY-MM-DD. */
export const today = (): string => {
  const now = new Date()
  const two = (number: number): string => String(number).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

/** Milliseconds since 1970, for the age of files. */
export const instant = (): number => Date.now()
