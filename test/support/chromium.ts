// Chromium for browser tests: where it is, and whether its absence is a failure (CI) or a skip that is said aloud.
import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const PATHS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export const chromiumPath = (): string | null => PATHS.find((path) => existsSync(path)) ?? null

/** With REQUIRE_BROWSER=1 a missing browser fails the test instead of skipping it. */
export const mayRun = (): boolean => chromiumPath() !== null || process.env['REQUIRE_BROWSER'] === '1'

export const launch = async (): Promise<Browser> => {
  const executablePath = chromiumPath()
  if (!executablePath) throw new Error('no Chromium here: apt-get install chromium')
  return chromium.launch({ executablePath, args: FLAGS })
}
