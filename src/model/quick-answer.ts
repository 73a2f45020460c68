// The one-tap answers to what customers complain about: what the seller has done, said in the shop's words.

/** `refill`: asked for at the panel. `saldo`: the money has come back; given back by the act that does it, told here. */
export const QUICK_ANSWERS = ['passed', 'refill', 'normal', 'saldo'] as const
export type QuickAnswer = (typeof QUICK_ANSWERS)[number]

export const isQuickAnswer = (text: string): text is QuickAnswer =>
  (QUICK_ANSWERS as readonly string[]).includes(text)
