// The log: JSON lines on stdout. Every finished line goes through `redact`, so a secret is blanked wherever it stands:
// in a field, a message, an error's text or stack. Never a pino transport: its worker hangs the compiled binary.
import pino from 'pino'

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent'
export type Log = Pick<pino.Logger, 'debug' | 'info' | 'warn' | 'error'> & {
  child(fields: Record<string, unknown>): Log
}

const HIDDEN = '[hidden]'

// `key` alone and the keys of vendors, not `jobKey` or `chatKey`: those are names, and needed to follow a fault.
const SECRET_NAME =
  '(?:[\\w-]*(?:token|secret|password|authorization|cookie)|(?:(?:api|server|client|panel)[_-]?)?key)'

const RULES: [pattern: RegExp, replacement: string][] = [
  // A whole value, string or list, of a JSON field with a secret's name; quotes may be escaped inside a nested text.
  [new RegExp(`("${SECRET_NAME}":)(?:"(?:[^"\\\\]|\\\\.)*"|\\[[^\\]]*\\])`, 'gi'), `$1"${HIDDEN}"`],
  [new RegExp(`(\\\\"${SECRET_NAME}\\\\":\\s*)\\\\"[^"\\\\]*\\\\"`, 'gi'), `$1\\"${HIDDEN}\\"`],
  [/\/bot\d+:[^/\s"'\\?#]+/g, `/bot${HIDDEN}`],
  [/\b\d{6,14}:[\w-]{30,}/g, HIDDEN],
  [new RegExp(`\\b(${SECRET_NAME}=)[^&\\s"'\\\\<>]+`, 'gi'), `$1${HIDDEN}`],
  [/\b(bearer)\s+[\w.~+/=-]+/gi, `$1 ${HIDDEN}`],
  [/\b(basic)\s+[\w+/=-]{16,}/gi, `$1 ${HIDDEN}`],
  [/\b(?:SB-)?Mid-(?:server|client)-[\w-]+/gi, HIDDEN],
  [/\bsk-[\w-]{16,}/g, HIDDEN],
  [/(\/\/[^/\s:@"\\]+:)[^/\s@"\\]+@/g, `$1${HIDDEN}@`],
]

/** The text without bot tokens, gateway and model keys, passwords in addresses, and values of fields with a secret's name. */
export const redact = (text: string): string =>
  RULES.reduce((rest, [pattern, replacement]) => rest.replace(pattern, replacement), text)

/** `destination` stands in for stdout in tests. */
export const makeLog = (level: LogLevel, destination?: { write(line: string): void }): Log => {
  const options: pino.LoggerOptions = { level, base: null, hooks: { streamWrite: redact } }
  return destination ? pino(options, destination) : pino(options)
}
