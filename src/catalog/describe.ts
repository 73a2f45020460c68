// A service described from its facts (wording §3): kind of link, limits, guarantee and its way. No speed: of that customers hear
// what we have measured. And what a buyer must know beforehand that no link can tell.
import type { Language } from '../model/dialogue.ts'
import type { Facts, Service } from '../model/service.ts'
import * as en from '../text/en/words.ts'
import { formatCount } from '../text/format.ts'
import * as id from '../text/id/words.ts'
import { LIFETIME } from './facts-claims.ts'

type Sentences = {
  words: Pick<typeof id, 'linkKinds' | 'platforms'>
  target(kind: string, platform: string): string
  anyTarget: string
  package: string
  perLine: string
  limits(min: string, max: string | null): string
  guarantee(length: string, byButton: boolean): string
  days(count: string): string
  forLife: string
  noGuarantee: string
  live: string
  story: string
  subscribers: string
}

const spaced = (...words: string[]): string => words.filter(Boolean).join(' ')

const SENTENCES: Record<Language, Sentences> = {
  id: {
    words: id,
    target: (kind, platform) => `Untuk link ${spaced(kind, platform)}.`,
    anyTarget: 'Untuk satu link target.',
    package: 'Satu paket untuk satu target.',
    perLine: 'Komentar tulisan sendiri, satu baris satu komentar.',
    limits: (min, max) => (max ? `Min ${min}, maks ${max}.` : `Min ${min}.`),
    guarantee: (length, byButton) => `Garansi ${length} (klaim lewat ${byButton ? 'tombol' : 'admin'}).`,
    days: (count) => `${count} hari`,
    forLife: 'seumur layanan',
    noGuarantee: 'Tanpa garansi.',
    live: 'Siaran live harus sudah berjalan saat memesan.',
    story: 'Harus ada story yang aktif saat memesan.',
    subscribers: 'Jumlah subscriber channel harus ditampilkan.',
  },
  en: {
    words: en,
    target: (kind, platform) => `Link: ${spaced(platform, kind)}.`,
    anyTarget: 'Link: the target.',
    package: 'One package for one target.',
    perLine: 'The comments are yours, one a line.',
    limits: (min, max) => (max ? `Min ${min}, max ${max}.` : `Min ${min}.`),
    guarantee: (length, byButton) => `Guarantee ${length} (claim by ${byButton ? 'button' : 'admin'}).`,
    days: (count) => `${count} days`,
    forLife: 'for the life of the service',
    noGuarantee: 'No guarantee.',
    live: 'The live must be running when you order.',
    story: 'There must be an active story when you order.',
    subscribers: 'The channel must show its number of subscribers.',
  },
}

/** Panels mean "no limit" by 2^31 − 1, and by anything from here. */
const NO_LIMIT = 100_000_000

const targetOf = ({ platform, linkKind }: Facts, { words, target, anyTarget }: Sentences): string => {
  if (linkKind === 'any') return anyTarget
  return target(words.linkKinds[linkKind], linkKind === 'website' ? '' : words.platforms[platform])
}

const guaranteeIn = ({ facts, refill }: Pick<Service, 'facts' | 'refill'>, told: Told): string => {
  const { guarantee } = facts
  if (!guarantee) return told.s.noGuarantee
  const length = guarantee.days >= LIFETIME ? told.s.forLife : told.s.days(told.count(guarantee.days))
  return told.s.guarantee(length, refill)
}

type Told = { s: Sentences; count(value: number): string }

export const describe = (service: Service, language: Language): string => {
  const told: Told = { s: SENTENCES[language], count: (value) => formatCount(value, language) }
  const { s, count } = told
  const max = service.max >= NO_LIMIT ? null : count(service.max)
  return [
    targetOf(service.facts, s),
    service.type === 'package' ? s.package : s.limits(count(Math.max(1, service.min)), max),
    ...(service.type === 'custom_comments' ? [s.perLine] : []),
    guaranteeIn(service, told),
  ].join(' ')
}

export const noteOn = ({ kind, platform, traits }: Facts, language: Language): string | undefined => {
  const s = SENTENCES[language]
  if (kind === 'live_views' || traits.includes('live_chat')) return s.live
  if (kind === 'story_views') return s.story
  return kind === 'subscribers' && platform === 'youtube' ? s.subscribers : undefined
}
