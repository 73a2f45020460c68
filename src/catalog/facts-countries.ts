// The country of the accounts, when a row states exactly one: by flag, by name, or by an unmistakable code. Regions are traits.
import { fold } from '../lib/text.ts'
import { type Fold, wordsIn } from './facts-match.ts'

/** ISO code, the name that customers read, and the words panels write (folded). */
type Line = readonly [code: string, name: string, words: string]

// biome-ignore format: one country, one entry
const COUNTRIES: readonly Line[] = [
  ['ID', 'Indonesia', 'indonesia,indonesian,indo'], ['MY', 'Malaysia', 'malaysia,malaysian'],
  ['SG', 'Singapura', 'singapore,singapura'], ['TH', 'Thailand', 'thailand,thai'],
  ['VN', 'Vietnam', 'vietnam,viet nam,vietnamese'], ['PH', 'Filipina', 'philippines,filipina,filipino'],
  ['JP', 'Jepang', 'japan,japanese,jepang'], ['KR', 'Korea Selatan', 'korea,korean,south korea'],
  ['CN', 'Tiongkok', 'china,chinese'], ['TW', 'Taiwan', 'taiwan'], ['HK', 'Hong Kong', 'hong kong,hongkong'],
  ['IN', 'India', 'india,indian'], ['PK', 'Pakistan', 'pakistan,pakistani'],
  ['BD', 'Bangladesh', 'bangladesh'], ['LK', 'Sri Lanka', 'sri lanka'], ['NP', 'Nepal', 'nepal'],
  ['KZ', 'Kazakhstan', 'kazakhstan'], ['UZ', 'Uzbekistan', 'uzbekistan'],
  ['SA', 'Arab Saudi', 'saudi,saudi arabia'], ['AE', 'UAE', 'uae,emirates'], ['TR', 'Turki', 'turkey,turkish,turki,turkiye'],
  ['IR', 'Iran', 'iran,iranian'], ['IQ', 'Irak', 'iraq,irak'], ['IL', 'Israel', 'israel,israeli'],
  ['KW', 'Kuwait', 'kuwait'], ['QA', 'Qatar', 'qatar'], ['EG', 'Mesir', 'egypt,egyptian,mesir'],
  ['MA', 'Maroko', 'morocco,maroko'], ['DZ', 'Aljazair', 'algeria'], ['TN', 'Tunisia', 'tunisia'],
  ['NG', 'Nigeria', 'nigeria,nigerian'], ['KE', 'Kenya', 'kenya'], ['GH', 'Ghana', 'ghana'],
  ['ZA', 'Afrika Selatan', 'south africa'], ['ET', 'Etiopia', 'ethiopia'],
  ['US', 'USA', 'usa,united states,american,amerika serikat'], ['CA', 'Kanada', 'canada,canadian,kanada'],
  ['MX', 'Meksiko', 'mexico,mexican'], ['BR', 'Brasil', 'brazil,brazilian,brasil'],
  ['AR', 'Argentina', 'argentina'], ['CL', 'Chile', 'chile'], ['CO', 'Kolombia', 'colombia'],
  ['PE', 'Peru', 'peru'], ['VE', 'Venezuela', 'venezuela'], ['EC', 'Ekuador', 'ecuador'],
  ['GB', 'Inggris', 'uk,united kingdom,british,england,inggris'], ['IE', 'Irlandia', 'ireland'],
  ['FR', 'Prancis', 'france,french,prancis'], ['DE', 'Jerman', 'germany,german,jerman'],
  ['IT', 'Italia', 'italy,italian,italia'], ['ES', 'Spanyol', 'spain,spanish,spanyol'],
  ['PT', 'Portugal', 'portugal,portuguese'], ['NL', 'Belanda', 'netherlands,dutch,belanda'],
  ['BE', 'Belgia', 'belgium'], ['CH', 'Swiss', 'switzerland,swiss'], ['AT', 'Austria', 'austria'],
  ['PL', 'Polandia', 'poland,polish'], ['CZ', 'Ceko', 'czech,czechia,czech republic'],
  ['HU', 'Hungaria', 'hungary'], ['RO', 'Rumania', 'romania'], ['BG', 'Bulgaria', 'bulgaria'],
  ['GR', 'Yunani', 'greece,greek'], ['AL', 'Albania', 'albania'], ['RS', 'Serbia', 'serbia'],
  ['UA', 'Ukraina', 'ukraine,ukrainian'], ['RU', 'Rusia', 'russia,russian,rusia'],
  ['BY', 'Belarus', 'belarus'], ['SK', 'Slowakia', 'slovakia'], ['HR', 'Kroasia', 'croatia'], ['LT', 'Lituania', 'lithuania'],
  ['LV', 'Latvia', 'latvia'], ['EE', 'Estonia', 'estonia'], ['LU', 'Luksemburg', 'luxembourg'], ['AZ', 'Azerbaijan', 'azerbaijan'],
  ['MM', 'Myanmar', 'myanmar'], ['KH', 'Kamboja', 'cambodia,kamboja'], ['BN', 'Brunei', 'brunei'], ['AF', 'Afganistan', 'afghanistan'],
  ['JO', 'Yordania', 'jordan'], ['LB', 'Lebanon', 'lebanon'], ['OM', 'Oman', 'oman'], ['BH', 'Bahrain', 'bahrain'],
  ['YE', 'Yaman', 'yemen'], ['SY', 'Suriah', 'syria'], ['PS', 'Palestina', 'palestine,palestina'], ['LY', 'Libya', 'libya'],
  ['TZ', 'Tanzania', 'tanzania'], ['UG', 'Uganda', 'uganda'], ['CM', 'Kamerun', 'cameroon'], ['SN', 'Senegal', 'senegal'],
  ['BO', 'Bolivia', 'bolivia'], ['UY', 'Uruguay', 'uruguay'], ['PY', 'Paraguay', 'paraguay'], ['CU', 'Kuba', 'cuba'],
  ['SE', 'Swedia', 'sweden,swedish'], ['NO', 'Norwegia', 'norway'], ['DK', 'Denmark', 'denmark'],
  ['FI', 'Finlandia', 'finland'], ['AU', 'Australia', 'australia,australian'], ['NZ', 'Selandia Baru', 'new zealand'],
]

/** The trait, the name that customers read, and the words. */
const REGIONS: readonly Line[] = [
  ['asia', 'Asia', 'asia,asian'],
  ['europe', 'Eropa', 'europe,european,eropa'],
  ['africa', 'Afrika', 'africa,african,afrika'],
  ['arab', 'Arab', 'arab,arabs,arabic,arabian'],
  ['latin', 'Amerika Latin', 'latin,latin america,latam'],
  ['north_america', 'Amerika Utara', 'north america'],
  ['south_america', 'Amerika Selatan', 'south america'],
  ['oceania', 'Oseania', 'oceania,australia continent'],
  ['antarctica', 'Antartika', 'antarctica,antartica'],
]

type Found = { country: string } | { region: string }

const wordsOf = <Value>(lines: readonly Line[], value: (code: string) => Value): [string, Value][] =>
  lines.flatMap(([code, , words]) => words.split(',').map((word): [string, Value] => [word, value(code)]))

const WORDS: ReadonlyMap<string, Found> = new Map<string, Found>([
  ...wordsOf(COUNTRIES, (country): Found => ({ country })),
  ...wordsOf(REGIONS, (region): Found => ({ region })),
])
const FIRST_OF_TWO: ReadonlySet<string> = new Set(
  [...WORDS.keys()].filter((words) => words.includes(' ')).map((words) => words.split(' ')[0] ?? ''),
)
const NAMES: ReadonlyMap<string, string> = new Map(
  [...COUNTRIES, ...REGIONS].map(([code, name]) => [code, name]),
)

/** What customers read for a code or a region; a country that we have no name for keeps its code. */
export const placeName = (code: string): string => NAMES.get(code) ?? code

/** Letters that are words in some language stay out: `ID`, `IN`, `IT`, `NO` count in brackets alone. */
const CODE = /\b(US|UK|VN|UAE|KSA|KR|JP|BR|TR|RU|PH|MY|SG)\b|\[(ID|IN|IT|DE|FR|ES|CN|TH)\]/
const CODES: Record<string, string> = { UK: 'GB', UAE: 'AE', KSA: 'SA' }
const FLAG = /[\u{1F1E6}-\u{1F1FF}]{2}/gu
const SURROGATE = /\ud83c[\udde6-\uddff]/
const WITHOUT: ReadonlySet<string> = new Set([
  // "termurah se-Indonesia" praises, and tells nothing of the accounts.
  'se',
  'non',
  'no',
  'not',
  'without',
  'except',
  'exclude',
  'excluding',
])

const MIXED: ReadonlySet<string> = new Set(['mix', 'mixed', 'campuran'])

/** "Indian mix": some are from there. Nobody could promise the country of the accounts. */
const isStated = (one: Found, before: string, after: string): boolean =>
  !WITHOUT.has(before) && !('country' in one && (MIXED.has(before) || MIXED.has(after)))

const ofFlag = (flag: string): string =>
  [...flag].map((letter) => String.fromCharCode((letter.codePointAt(0) ?? 0) - 0x1f1e6 + 65)).join('')

const found = (words: readonly string[]): Found[] => {
  const all: Found[] = []
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? ''
    const two = FIRST_OF_TWO.has(word) ? WORDS.get(`${word} ${words[at + 1]}`) : undefined
    const one = two ?? WORDS.get(word)
    const next = words[at + (two ? 2 : 1)] ?? ''
    if (one && isStated(one, words[at - 1] ?? '', next)) all.push(one)
    if (two) at++
  }
  return all
}

/** `country` only where one alone is stated. */
export type Origin = { country?: string; regions: string[] }

const codeIn = (text: string): string | undefined => {
  const code = CODE.exec(text)
  const letters = code?.[1] ?? code?.[2]
  return letters && (CODES[letters] ?? letters)
}

const NOWHERE: Origin = { regions: [] }

const originOf = (text: string, words: readonly string[]): Origin => {
  const named = found(words)
  const flags = SURROGATE.test(text) ? (text.match(FLAG) ?? []).map(ofFlag) : []
  if (named.length + flags.length === 0) {
    const code = codeIn(text)
    return code ? { country: code, regions: [] } : NOWHERE
  }
  const countries = named.flatMap((one) => ('country' in one ? [one.country] : []))
  const regions = named.flatMap((one) => ('region' in one ? [one.region] : []))
  const [country, ...more] = new Set([...flags, ...countries])
  return {
    ...(country && more.length === 0 ? { country } : {}),
    regions: [...new Set(regions)],
  }
}

const LINE = /\b(?:country|negara|location|lokasi|geo)\s*[:=]\s*([^\n|]{2,30})/i
const ACCOUNTS = /\b(?:akun|penonton|accounts?|users?)\s+(?:(?:asli|aktif|real)\s+)?([a-z]+(?:\s[a-z]+)?)/i
const isSomewhere = ({ country, regions }: Origin) => country !== undefined || regions.length > 0

type Texts = { name: string; category: string; description: string }

/** The name first, then the category, then what the description says of accounts or on its line for the country. */
export const originIn = (row: Texts, folded: Pick<Fold, 'words' | 'category'>): Origin => {
  const own = originOf(row.name, folded.words)
  if (isSomewhere(own)) return own
  const group = originOf(row.category, wordsIn(folded.category))
  if (isSomewhere(group) || !row.description) return group
  const said = LINE.exec(row.description)?.[1] ?? ACCOUNTS.exec(row.description)?.[1]
  return said ? originOf(said, wordsIn(fold(said))) : NOWHERE
}
