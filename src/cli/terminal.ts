import { fstatSync } from 'node:fs'

/** A standard stream and its number. */
const NUMBERS = { stdout: 1, stderr: 2 } as const
export type StandardStream = keyof typeof NUMBERS

const devices = new Map<StandardStream, boolean>()

/**
 * Whether a standard stream leads to a device, as a terminal is, and not to a file or a pipe. The file itself is asked:
 * Node's own streams take some milliseconds to load, and a run whose report is piped needs none of them.
 */
export const isDevice = (stream: StandardStream): boolean => {
  const known = devices.get(stream)
  if (known !== undefined) return known
  const isSo = leadsToDevice(stream)
  devices.set(stream, isSo)
  return isSo
}

const leadsToDevice = (stream: StandardStream): boolean => {
  try {
    return fstatSync(NUMBERS[stream]).isCharacterDevice()
  } catch {
    return true
  }
}

/** Whether a standard stream is a terminal. */
export const isTerminal = (stream: StandardStream): boolean =>
  isDevice(stream) && process[stream].isTTY === true
