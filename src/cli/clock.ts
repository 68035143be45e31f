/** Today, in the user's time zone, YYYY-MM-DD. The only place in cydlint that reads the clock. */
export const today = (): string => {
  const now = new Date()
  const two = (number: number): string => String(number).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}
