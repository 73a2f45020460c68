// What is said at the edges of a dialogue: stopping, greetings, thanks, small talk.
import type { Understanding } from '../../model/understanding.ts'
import { ADDRESS, FILLER } from '../../model/words.ts'
import { answer, type Case, freeCounts, namesGoods } from './case.ts'
import { isQuestion } from './questions.ts'

const STOPS =
  /\bbatal\b|\btidak jadi\b|\bgajadi\b|\bgak?jadi\b|^stop\b|\bstop (?:saja|dulu)\b|^udahan\b|^skip\b|^tidak usah$|^tidak usah (?:deh|jadi)\b|\bcancel\b|^(?:tidak )?lupakan\b(?! password)|^tidak sudah$|^sudah tidak (?:mau|jadi)\b|\bmundur\b|\bhapus (?:tagihan|pesanan)\b|^tidak (?:dulu|mau)\b|\bngga? jadi\b/
const NO_STOP =
  /\b(?:jangan|tidak|bukan) (?:di ?)?batal\b|\b(?:bisa|boleh|apakah|kalau|bagaimana|cara)\b.*\bbatal\b|\btidak jadi masalah\b/

export const stops = ({ said, state }: Case): Understanding | null => {
  if (!STOPS.test(said.bare) && !STOPS.test(said.line)) return null
  if (NO_STOP.test(said.line))
    return said.asks || /\b(?:bisa|kalau|bagaimana|cara|apakah)\b/.test(said.line)
      ? answer('ask_general', 0.72)
      : null
  const { counts, wishes, countries } = said
  // "nggak jadi yang indo, yang 2 aja" takes another.
  if (
    state !== 'idle' &&
    (counts.some(({ role }) => role !== 'other') || wishes.length + countries.length > 0)
  )
    return null
  // "nggak jadi 1000, 2000 aja" gives something new; it stops nothing.
  if (freeCounts({ said } as Case).length > 0 || namesGoods({ said } as Case) || said.links.length > 0)
    return null
  return answer('cancel', state === 'idle' ? 0.86 : 0.94)
}

/** A thanks, and something else that is wanted or told. */
const BEYOND_THANKS =
  /\b(?:tapi|belum|kok|kenapa|mau|beli|pesan|minta|bisa|bagaimana|batal|refill|klaim|bayar|transfer|kalau|berapa|apa|tidak jadi|cek|kirim|salah|drop|hilang|admin|cs)\b/
const PRAISED = /\b(?:ramah|sopan|puas|mantap|bagus|baik|keren|top|membantu|terbantu|cepat|sukses|laris)\b/
const GREETING = /^(?:halo|assalamualaikum|pagi|siang|sore|malam|permisi|selamat|hei|woi|woy)\b/

/** No goods, no numbers, no links: nothing that could be ordered. */
const isPlain = ({ kinds, platforms, counts, links, names, asks, order, phone }: Case['said']): boolean =>
  kinds.length + platforms.length + counts.length + links.length + names.length === 0 &&
  !asks &&
  !order &&
  !phone

const only = (said: Case['said'], words: RegExp): boolean => {
  const spoken = said.pieces.filter(({ sort }) => sort !== 'break' && sort !== 'ask')
  const rest = spoken.filter(
    ({ text, raw }) =>
      !ADDRESS.has(text) && !FILLER.has(text) && !words.test(text) && !words.test(raw.toLowerCase()),
  )
  return spoken.length > 0 && rest.length === 0
}

const HELLO =
  /^(?:halo|assalamualaikum|pagi|siang|sore|malam|permisi|p|test|tes|tess|ping|start|selamat|apakabar|woi|woy|hei|numpang|tanya|salam|wr|wb|warahmatullahi|wabarakatuh|om|swastiastu|sugeng|ada|tidak|admin|kabar|apa|datang|kembali|toko)$/
const GREETED =
  /\b(?:halo|assalamualaikum|pagi|siang|sore|malam|permisi|test|tes|ping|start|woi|woy|hei|swastiastu)\b|^p+(?: p+)*$|^selamat$|^apa kabar\b|^admin$/
const THANKED = /\bmakasih\b/
const THANKS_WITH =
  /^(?:makasih|ok|sip|sama|banyak|atas|bantuan\S*|sudah|ya|masuk|mantap|lanjut|baik|siap|cepat|respon\S*|pelayanan\S*|bagus|sangat|selesai|proses|much|so|nanti|semoga|sukses|lancar|alhamdulillah|sekali|for|everything|very|dibantu|banget|gas|good|semua|a|lot|many|min|lagi|kembali|nya|berhasil|aman|jalan|mantab|top|oke|loh|beres|terima|nambah|followers|likes|views|kakak|tidak|apa)$/
const LAUGH =
  /^(?:wk)+w?k?$|^(?:ha|he|hi|xi|ho)+h?$|^lol$|^mantap$|^keren$|^lucu$|^sip$|^ok$|^ya$|^siap$|^gas$|^setuju$|^benar$|^lanjut$|^boleh$|^tidak$|^baik$|^hmm+$|^mantab$|^anjay$/
/** Not now: nothing is stopped, nothing agreed. */
const LATER =
  /^(?:nanti|tunggu|otw|otewe|sebentar|lain kali|next time|link nyusul|nyusul|masih tunggu|males|(?:ya|ok) (?:tunggu|nanti)|(?:\S+ ){0,2}belum (?:\S+ )?(?:bayar|transfer|lunas))\b|^(?:saya |masih )?belum$|\b(?:jangan batal|bayar)\b.*\b(?:nanti|tunggu)\b|\b(?:kira|ternyata)\b.*\bbelum\b|\bnyusul\b|\bnanti\b.*\b(?:bayar|transfer|lanjut|kabarin|lagi)\b/
/** Lost, or busy: nothing that the dialogue asked for. */
const LOST =
  /^(?:saya |aku )?(?:bingung|tidak (?:paham|tahu|tau|punya link)|belum (?:paham|tahu|tau)|terserah|kurang paham|lupa)\b|^otw\b|^semoga\b|^selamat (?:tahun|ulang|hari|natal|lebaran|idul|puasa)/
const TALK =
  /\b(?:kamu|anda|ini|lu)\b.*\b(?:bot|robot|manusia|ai|mesin|chatgpt|siapa)\b|\bsiapa (?:nama|kamu|kah|yang)\b|^siapa\b|\bnama(?:nya)? siapa\b|\b(?:hujan|gabut|kenalan|orang mana|sibuk|love you)\b|\bbot\b$|\blagi apa\b|\bapa kabar\b|\b(?:cuaca|pacar|makan|tidur|cerita|lawak|jokes|jomblo|kangen|sayang|cantik|ganteng|lucu|umur|namamu|nama kamu)\b/

export const socialises = ({ said, state }: Case): Understanding | null => {
  const { line, bare } = said
  if (/^makasih\b.*\b(?:kapan|nanti)\b.*\b(?:pesan|beli|lagi)\b/.test(line)) return answer('thanks', 0.85)
  if (THANKED.test(line) && only(said, THANKS_WITH)) return answer('thanks', 0.95)
  if (THANKED.test(line) && PRAISED.test(line) && isPlain(said)) return answer('thanks', 0.85)
  if (THANKED.test(line) && isPlain(said) && !BEYOND_THANKS.test(line)) return answer('thanks', 0.85)
  if (GREETED.test(line) && only(said, HELLO)) return answer('greet', 0.95)
  // "horas lae", "selamat pagi, Bapak": a hello to somebody whose title we have not heard of.
  if (
    GREETING.test(bare) &&
    isPlain(said) &&
    !isQuestion(said) &&
    bare.split(' ').length < 4 &&
    said.strange.length > 0
  )
    return answer('greet', 0.8)
  if (line !== '' && bare === '' && line.split(' ').every((word) => ADDRESS.has(word)))
    return answer('greet', 0.8)
  // While a card waits, a word like these that was no plain yes is worth a question.
  if (only(said, LAUGH)) return answer('chitchat', state === 'confirming' ? 0.6 : 0.75)
  if (LATER.test(line)) return answer('chitchat', 0.72)
  if (line === '') return answer('chitchat', 0.5)
  if (said.phone && bare !== '@phone' && said.kinds.length === 0 && !isQuestion(said))
    return answer('chitchat', 0.72)
  if (LOST.test(bare) || LOST.test(line)) return answer('chitchat', 0.72)
  return TALK.test(line) && !namesGoods({ said } as Case) ? answer('chitchat', 0.75) : null
}
