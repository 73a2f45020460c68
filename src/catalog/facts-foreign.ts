// Words of panels that write Turkish, Russian, Spanish, Portuguese, Arabic or Vietnamese, put into the words that the tables read.
// Word by word, which is enough: "30 gün telafili" becomes "30 days refill". Keys are folded as the texts are.
import { fold } from '../lib/text.ts'

/** Ours, then theirs. */
const LINES: readonly (readonly [ours: string, theirs: string])[] = [
  [
    'followers',
    'takipçi takipçiler takipci seguidores подписчик подписчики подписчиков подписки متابعين متابع متابعون',
  ],
  [
    'likes',
    'beğeni beğenme beğenisi curtidas curtida gusta лайк лайки лайков لايك لايكات اعجاب إعجابات إعجاب thích',
  ],
  [
    'views',
    'izlenme izlenmesi görüntülenme visualizações visualizaciones visualizacao vistas просмотр просмотры просмотров مشاهدات مشاهدة مشاهده xem',
  ],
  ['viewers', 'izleyici izleyicisi espectadores зрители зрителей'],
  ['subscribers', 'abone abonesi inscritos suscriptores مشتركين مشترك'],
  ['comments', 'yorum yorumlar comentários comentarios комментарии комментариев تعليقات luận'],
  ['members', 'üye üyesi membros miembros участники участников أعضاء اعضاء viên'],
  ['shares', 'paylaşım compartilhamentos compartidos'],
  ['saves', 'kaydetme salvamentos guardados сохранения сохранений'],
  ['reactions', 'реакции реакций tepki reacciones reações'],
  ['reposts', 'репосты репостов'],
  ['reach', 'erişim alcance охват охвата'],
  ['story', 'hikaye сторис historias'],
  ['live', 'canlı vivo эфир'],
  ['reviews', 'отзывы отзывов avaliações reseñas'],
  ['refill', 'telafi telafili reposição reposición восстановление восстановления восстановлением'],
  ['guarantee', 'garanti garantili garantía гарантия гарантии гарантией ضمان hành'],
  ['no refill', 'telafisiz garantisiz'],
  ['no', 'sem sin без بدون không'],
  ['', 'bảo'],
  ['7 days', 'seminggu'],
  ['1 months', 'sebulan'],
  ['1 years', 'setahun'],
  ['days', 'gün dias días дни дней дня يوم ngày'],
  ['day', 'dia día день'],
  ['months', 'meses месяц месяца месяцев'],
  ['years', 'yıl años anos год года лет'],
  ['hours', 'horas часов часа'],
  ['daily', 'günlük'],
  ['per', 'por в'],
  ['real', 'gerçek reales reais живые живых'],
  ['fast', 'hızlı rápido быстрые быстро'],
  ['instant', 'anlık'],
  ['female', 'kadın'],
  ['male', 'erkek'],
  ['turkish', 'türk'],
  ['russia', 'россия рф'],
  ['russian', 'русские русских российские россии'],
  ['brazilian', 'brasileiros brasileiras brasileiro brasileira'],
  ['arab', 'عرب عربي عربية'],
  ['saudi', 'سعودي سعوديين سعودية'],
  ['instagram', 'инстаграм انستقرام انستغرام انستجرام انستا'],
  ['telegram', 'телеграм تلجرام تيليجرام تليجرام تلغرام'],
  ['youtube', 'ютуб يوتيوب'],
  ['tiktok', 'тикток تيك'],
  ['facebook', 'фейсбук فيسبوك'],
  ['twitter', 'твиттер تويتر'],
  ['snapchat', 'سناب سنابشات'],
  ['vk', 'вконтакте вк'],
]

const plainKey = (word: string): string => fold(word).replaceAll('ı', 'i')

const WORDS: ReadonlyMap<string, string> = new Map(
  LINES.flatMap(([ours, theirs]) =>
    theirs.split(' ').map((word): [string, string] => [plainKey(word), ours]),
  ),
)

/** Accented Latin, Cyrillic, Arabic, Vietnamese. */
const THEIR_LETTERS = /[\u00c0-\u024f\u0400-\u04ff\u0600-\u06ff\u1e00-\u1eff]/
const LONG = 250

/**
 * Folded, and in our words. Whole words alone: a short one of theirs stands inside many of ours. A long text that has none of their
 * letters is ours already, which spares most descriptions the walk.
 */
export const plainText = (text: string): string => {
  const folded = fold(text)
  if (THEIR_LETTERS.test(text))
    return folded.replaceAll('ı', 'i').replace(/\p{L}+/gu, (word) => WORDS.get(word) ?? word)
  if (text.length > LONG) return folded
  return folded.replace(/[a-z]+/g, (word) => WORDS.get(word) ?? word)
}
