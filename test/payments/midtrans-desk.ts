// A Midtrans gateway at a fake Midtrans, with a log that is kept.
import { makeLog } from '../../src/lib/log.ts'
import { type MidtransSettings, midtransGateway } from '../../src/payments/drivers/midtrans.ts'
import { fakeClock } from '../support/fake-clock.ts'
import { type FakeMidtransOptions, startFakeMidtrans } from '../support/fake-midtrans.ts'

export const ATTEMPT = 'o_AAAAAAAAAAAAAAAAAAAA-_-1'
/** Short enough for a test, long enough for a busy machine. */
export const TIMEOUT = 250

export const desk = (options: FakeMidtransOptions = {}, changed: Partial<MidtransSettings> = {}) => {
  const clock = fakeClock()
  const fake = startFakeMidtrans({ now: clock.now, ...options })
  const logged: string[] = []
  const log = makeLog('debug', { write: (line) => void logged.push(line) })
  const settings: MidtransSettings = {
    environment: 'sandbox',
    serverKey: fake.serverKey,
    baseUrl: fake.url,
    ...changed,
  }
  const gateway = midtransGateway(settings, { clock, log, timeoutMs: TIMEOUT })
  const charge = (change: { attempt?: string; amount?: number; minutes?: number; notifyUrl?: string } = {}) =>
    gateway.charge({ attempt: ATTEMPT, amount: 23_680, minutes: 30, now: clock.now(), ...change })
  return { clock, fake, logged, settings, gateway, charge }
}
