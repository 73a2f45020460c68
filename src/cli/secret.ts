// Whether what is sealed in a database opens with the secret that stands here.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '../config.ts'
import { randomIds } from '../lib/ids.ts'
import { type Outcome, refuse } from '../lib/outcome.ts'
import { checkCanary, sealer } from '../lib/seal.ts'
import { secretOf } from '../lib/secret-file.ts'

type Fault = 'noSecret' | 'wrongSecret'

const NO_SECRET =
  'no APP_SECRET is set and DATA_DIR holds no file "secret": without it no key in the copy opens'
const WRONG_SECRET =
  'APP_SECRET is not the one that the keys in the copy were sealed with: set the one of then, or put back the file "secret" of DATA_DIR'

/** Never made here: a new one could open nothing. */
const secretIn = ({ appSecret, dataDir }: Config): string | null => {
  if (appSecret) return appSecret
  return existsSync(join(dataDir, 'secret')) ? secretOf(dataDir, randomIds) : null
}

/** `fromFile`: it is not in the environment, but in the data folder. */
export const opensHere = (config: Config, canary: string): Outcome<{ fromFile: boolean }, Fault> => {
  const secret = secretIn(config)
  if (!secret) return refuse('noSecret', NO_SECRET)
  if (!checkCanary(sealer(secret), canary).ok) return refuse('wrongSecret', WRONG_SECRET)
  return { ok: true, fromFile: !config.appSecret }
}
