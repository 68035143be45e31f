export const OVERVIEW = ``
export const HELP: Readonly<Record<string, string>> = {}
