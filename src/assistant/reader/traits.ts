// Of whom or of what kind something should be, in the words that people use and in those that facts hold.

/** What people call the traits that facts hold; of the wishes with a name of their own there is none here. */
const TRAIT_WORDS: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({
    female: 'cewek cewe wanita perempuan female girl girls',
    male: 'cowok cowo pria male boy boys',
    verified: 'verified terverifikasi',
    emoji: 'emoji emot',
    positive: 'positif positive',
    negative: 'negatif negative',
    reels: 'reels reel',
    live_chat: 'livechat',
    group: 'grup group',
    product: 'produk product',
    auto: 'auto otomatis',
    mix: 'campuran mix mixed',
    asia: 'asia',
    europe: 'eropa europe',
    africa: 'afrika africa',
    latin: 'latin',
  }).flatMap(([trait, words]) => words.split(' ').map((word) => [word, trait])),
)

export const traitsIn = (words: readonly string[]): string[] => [
  ...new Set(
    words.flatMap((word) => (Object.hasOwn(TRAIT_WORDS, word) ? [TRAIT_WORDS[word] as string] : [])),
  ),
]

/** "min" is a form of address here. */
const STAYS = /(?<![\d.,])(\d{1,4}) ?(menit|minutes?|jam|hours?)(?![a-z])/

/** How long the viewers of a live stay is the product itself. */
export const staysIn = (text: string): string[] => {
  const [, count, unit = ''] = STAYS.exec(text) ?? []
  return count === undefined ? [] : [`minutes_${Number(count) * (/^[hj]/.test(unit) ? 60 : 1)}`]
}
