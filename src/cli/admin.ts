// `lapak admin reset <e-mail>`: for an admin who is locked out; whoever can run it owns the host.

import { resetAdmin } from '../accounts/invite.ts'
import type { Config } from '../config.ts'
import { systemClock } from '../lib/clock.ts'
import { randomIds } from '../lib/ids.ts'
import { openStore } from '../store/open.ts'

export const adminReset = async (config: Config, argv: string[]): Promise<number> => {
  const [verb, email] = argv
  if (verb !== 'reset' || !email) {
    process.stderr.write('usage: lapak admin reset <e-mail>\n')
    return 2
  }
  const store = await openStore({ url: config.databaseUrl, prefix: config.databasePrefix })
  try {
    const made = await resetAdmin({ store, clock: systemClock, ids: randomIds }, email)
    if (!made.ok) {
      process.stderr.write(`no admin has the e-mail ${email}\n`)
      return 1
    }
    const base = config.publicUrl ?? `http://127.0.0.1:${config.port}`
    process.stdout.write(`${base}${config.basePath}/#/join?token=${made.token}\n`)
    return 0
  } finally {
    await store.close()
  }
}
