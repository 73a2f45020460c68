// What every renderer is handed: the words of the language, the voice, and figures and times as they are written there.
import type { Millis, Rupiah } from '../../lib/brand.ts'
import { type Action, writeAction } from '../../model/action.ts'
import type { Language } from '../../model/dialogue.ts'
import type { Button, Outgoing } from '../../model/say.ts'
import type { Voice } from '../../model/shop.ts'
import { en } from '../en.ts'
import { clockTime, duration, formatCount, formatMoney, moment, type Timezone } from '../format.ts'
import { clip, type Html } from '../html.ts'
import { id, type Wording } from '../id.ts'
import { type Tone, toneOf } from '../tone.ts'

/** How to say it: the customer's language, the shop's voice, zone and name, and the moment. */
export type How = { language: Language; voice: Voice; timezone: Timezone; now: Millis; shop: string }

export type Context = {
  w: Wording
  t: Tone
  shop: string
  now: Millis
  money(value: Rupiah): string
  count(value: number): string
  /** "19.47 WIB" */
  clock(at: Millis): string
  /** The same, with the day when it is not today. */
  moment(at: Millis): string
  /** "2 jam" */
  duration(ms: Millis): string
}

const WORDS: Record<Language, Wording> = { id, en }

export const contextOf = ({ language, voice, timezone, now, shop }: How): Context => ({
  w: WORDS[language],
  t: toneOf(voice),
  shop: clip(shop, 64),
  now,
  money: (value) => formatMoney(value, language),
  count: (value) => formatCount(value, language),
  clock: (at) => clockTime(at, timezone),
  moment: (at) => moment(at, { timezone, language, now }),
  duration: (ms) => duration(ms, language),
})

export const button = (label: string, action: Action): Button => ({ label, payload: writeAction(action) })

export const rowsOf = (buttons: Button[], width: number): Button[][] =>
  Array.from({ length: Math.ceil(buttons.length / width) }, (_, row) =>
    buttons.slice(row * width, (row + 1) * width),
  )

export const message = (text: Html, buttons: Button[][] = []): Outgoing => {
  const filled = buttons.filter((row) => row.length > 0)
  return { html: text.html, ...(filled.length > 0 ? { buttons: filled } : {}) }
}

export const productsButton = ({ w }: Context): Button =>
  button(w.words.buttons.products, { do: 'categories' })
export const adminButton = ({ w }: Context): Button => button(w.words.buttons.admin, { do: 'human' })
