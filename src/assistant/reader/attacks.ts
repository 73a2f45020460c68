// Attempts to change a price, a balance or a payment, or to read what is not the writer's: an intent of its own that has no effect.

const SET =
  '(?:ubah|rubah|ganti|set|setel|jadikan|jadiin|bikin|buat|turunkan|turunin|change|make|update|edit|kasih|override|atur)'
const PRICE = '(?:harga|harganya|price|tarif|total|totalnya|tagihan|tagihannya|bill|invoice|cost)'
const TELL =
  '(?:tampilkan|tunjukkan|tunjukin|perlihatkan|kasih|kasi|lihat|lihatin|liat|show|list|dump|bocorkan|sebutkan|print|give|tell|send|kirim|kirimkan|minta|bagi|reveal|beri|apa|export|baca|read)'
const SECRET =
  '(?:api ?-?key|token|password|server ?key|database|env\\b|secret|kredensial|credentials?|system prompt|source ?code|config)'
const OTHERS =
  '(?:(?:data|nomor|nomer|no|alamat|pesanan|order|orderan|saldo|riwayat|history|chat)\\w* (?:semua )?(?:pelanggan|customers?|users?|pembeli|orang|member|client)(?: lain\\w*)?|orders? of (?:other|another|all)|all (?:users|customers|orders)|semua (?:pelanggan|customers?|users?|pembeli))'

const SAYS: RegExp[] = [
  /\b(?:abaikan|lupakan|hiraukan|ignore|forget|disregard|override|bypass)\b.{0,40}\b(?:instruksi|perintah|aturan|prompt|instructions?|rules?|guidelines?|sebelumnya|previous|above|sistem|system)\b/,
  /\bsystem ?prompt\b|\bjailbreak\b|\b(?:developer|debug|god|dan|admin|root|sudo) ?mode\b|\bmode (?:developer|debug|admin|root|dewa)\b|<\|?(?:system|im_start|assistant)|\[(?:system|inst)\]|^(?:system|assistant)\s*:|#{2,} ?(?:system|instruction)/,
  new RegExp(
    `\\b${SET}\\b.{0,25}\\b${PRICE}\\b.{0,30}(?:\\b(?:jadi|menjadi|to|ke|sebesar)\\b|=|:)\\s*(?:rp\\.?\\s*)?(?:\\d|nol\\b|nul\\b|gratis|free|zero|seribu|satu)`,
  ),
  new RegExp(
    `\\b(?:jadikan|jadiin|set|bikin)\\b.{0,15}\\b${PRICE}\\b.{0,10}(?:rp\\.?\\s*)?(?:\\d|nol\\b|gratis|free)`,
  ),
  /\b(?:set|ubah|rubah|ganti|jadikan|jadiin|update|change|edit|bikin|buat|naikkan|naikin|tambah\w*|isi\w*|add)\b.{0,20}\b(?:saldo|balance)\w*\b.{0,25}(?:\b(?:jadi|menjadi|to)\b|=|gratis|tanpa|\bfree\b)/,
  /\b(?:set|jadikan|jadiin)\b.{0,12}\b(?:saldo|balance)\w*\b.{0,20}\d/,
  /\b(?:saldo|balance)\w*\b.{0,15}\b(?:jadikan|jadiin|ubah jadi|set ke|set to)\b/,
  /\b(?:anggap|tandai|mark|catat|set|jadikan|jadiin|ubah|ganti|treat|consider|buat|bikin)\b.{0,35}\b(?:lunas|paid|(?:sudah|udah|udh|telah) (?:di)?ba?ya?r\w*|terbayar|settlement|selesai dibayar|status(?:nya)? (?:jadi|menjadi|to))\b/,
  /\b(?:tanpa|gausah|ga usah|gak usah|nggak usah|without|skip|lewati)\s+(?:harus |perlu )?(?:bayar|pembayaran|membayar|paying|payment)\b/,
  new RegExp(`\\b${TELL}\\b.{0,40}\\b${SECRET}`),
  new RegExp(`\\b${TELL}\\b.{0,30}\\b${OTHERS}`),
  /\b(?:drop|delete|truncate|alter|insert|update|select)\b.{0,12}\b(?:table|from|into|database)\b|union\s+select|['"]\s*or\s*['"]?1['"]?\s*=\s*['"]?1|\$(?:ne|gt|where|regex)\b|<\/?script|\{\{.{0,40}\}\}|\.\.\/\.\.|;\s*--/,
  /\b(?:kamu|anda|lu|lo|you|u)\b.{0,20}\b(?:sekarang|adalah|are now|act as|berperan|berpura|pura-pura|pretend|roleplay)\b.{0,40}\b(?:admin|owner|pemilik|sistem|system|developer|hacker|root|bot lain|dan)\b/,
  /\b(?:saya|aku|gue|gw|i am|i'm|im|ini)\s+(?:adalah |itu )?(?:the )?(?:admin|owner|developer|pemilik|programmer|superuser|root)(?:nya)?\b.{0,60}\b(?:harga|saldo|akses|gratis|kasih|tampil\w*|proses|override|mode|perintah|izin|lunas\w*|ubah|ganti|free)\b/,
  /"?\b(?:transaction_status|signature_key|gross_amount|payment_status|fraud_status)"?\s*[:=]/,
  /\b(?:hapus|delete|reset|kosongkan)\b.{0,15}\b(?:database|semua (?:pesanan|order|tagihan|saldo|data)|tagihan|hutang)\b/,
  /\b(?:saldo|uang|pesanan|order)\b.{0,12}\b(?:orang|user|customer|pelanggan) lain\b/,
  /\bhack(?:in|ing)?\b|\bsql ?injection\b|\beksploitasi\b/,
]

export const isAttack = (folded: string): boolean => {
  const text = folded.toLowerCase().replace(/\s+/g, ' ')
  return SAYS.some((says) => says.test(text))
}
