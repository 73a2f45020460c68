// The two shipped voices of Indonesian as the few words that differ; a sentence that differs by more is written twice.
import type { Voice } from '../model/shop.ts'

export type Tone = {
  akrab: boolean
  /** " kak", or nothing. */
  kak: string
  kamu: string
  /** After a noun: "saldo" + `mu`. */
  mu: string
  aku: string
  nggak: string
  aja: string
  ya: string
  /** Opens a question: "Mau dipesan lagi?" */
  mau: string
}

const TONES: Record<Voice, Tone> = {
  akrab: {
    akrab: true,
    kak: ' kak',
    kamu: 'kamu',
    mu: ' kamu',
    aku: 'aku',
    nggak: 'nggak',
    aja: 'aja',
    ya: ' ya',
    mau: 'Mau',
  },
  resmi: {
    akrab: false,
    kak: '',
    kamu: 'Anda',
    mu: ' Anda',
    aku: 'kami',
    nggak: 'tidak',
    aja: 'saja',
    ya: '',
    mau: 'Ingin',
  },
}

export const toneOf = (voice: Voice): Tone => TONES[voice]
