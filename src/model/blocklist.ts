// The shipped block list: gambling, porn and their usual disguises. Matched against target and comments before the card is shown;
// the admin's words count for all shops, the seller's on top.

/** Matched within words after folding: letters only, look-alike digits read as letters. Long enough not to sit inside ordinary words. */
const INSIDE = [
  'judol',
  'slotgacor',
  'gacor',
  'maxwin',
  'togel',
  'sbobet',
  'pragmaticplay',
  'zeusslot',
  'olympusslot',
  'slotonline',
  'judionline',
  'judibola',
  'casinoonline',
  'livecasino',
  'pokeronline',
  'dominoqq',
  'bandarq',
  'bandarbola',
  'rtpslot',
  'rtplive',
  'situsslot',
  'agenslot',
  'depopulsa',
  'scatterhitam',
  'mahjongways',
  'bokep',
  'pornhub',
  'xnxx',
  'xvideos',
  'xhamster',
  'onlyfans',
  'openbo',
  'memek',
  'ngentot',
  'colmek',
  'jilbobs',
  'vcscrot',
  'sangean',
  'pemersatubangsa',
  'videosex',
  'sexcam',
]

/** Matched as whole words only: short ones that ordinary words contain. */
const WHOLE = [
  'judi',
  'slot',
  'slots',
  'casino',
  'kasino',
  'poker',
  'togel',
  'bo',
  'porn',
  'porno',
  'sex',
  'seks',
  'bugil',
  'vcs',
  'toto4d',
  'slot88',
  'qq',
]

const LOOKALIKE: Record<string, string> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '8': 'b',
  '9': 'g',
  '@': 'a',
  $: 's',
  '!': 'i',
}

const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[01345789@$!]/g, (sign) => LOOKALIKE[sign] ?? sign)

const squeeze = (text: string): string => fold(text).replace(/[^a-z]/g, '')

/** The first blocked word that the text holds, or null. `more`: words of the admin and of the seller. */
export const blockedWord = (text: string, more: string[] = []): string | null => {
  const pieces = text.split(/[\s/]+/).filter(Boolean)
  const squeezed = [...pieces.map(squeeze), squeeze(text.replace(/https?:\/\/[^/\s]+/g, ' '))]
  const inside = [...INSIDE, ...more.map(squeeze).filter((word) => word.length >= 5)].find((word) =>
    squeezed.some((piece) => piece.includes(word)),
  )
  if (inside) return inside
  const words = new Set(
    text
      .normalize('NFKC')
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .flatMap((word) => [word, squeeze(word)]),
  )
  const whole = [...WHOLE, ...more.map((word) => word.toLowerCase().trim())].find((word) => words.has(word))
  return whole ?? null
}
