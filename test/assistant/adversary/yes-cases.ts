// Messages that look like a yes or like a payment and are neither. In no state may the reader hear one in them.

/** Conditions, delays, refusals, doubts, changes, questions, jokes, quotes, other people's words. */
// biome-ignore format: a few messages a line
export const NO_YES: readonly string[] = [
  'oke tapi ganti jumlahnya', 'ya ampun', 'iya ga jadi', 'gas tapi nanti', 'sip tapi kemahalan', 'ya udah deh ga usah', 'ok, batal aja', 'iya nanti ya', 'oke besok aja',
  'boleh, tapi linknya salah', 'ya kalau murah', 'lanjut kalau ada diskon', 'setuju asal garansi', 'iya sih tapi mahal', 'ok bentar', 'oke tunggu', 'sip, pikir-pikir dulu',
  'ya masa segitu', 'ya kali kak', 'ya salam mahalnya', 'ya Allah mahal banget', 'iya iya bawel', 'ok ok nanti', 'oke deh ga jadi', 'gas? nanti dulu', 'yakin ini aman?', 'ya apa enggak ya',
  'iya atau tidak ya, bingung', 'boleh nego?', 'boleh tanya dulu?', 'oke, tapi harganya bisa kurang?', 'siap-siap dulu', 'sip nanti aku kabari', 'ya tapi 500 aja', 'iya 500 aja deh',
  'oke ganti ke 2000', 'ya ganti link dulu', 'ok ini linknya salah', 'betul tapi linknya bukan itu', 'benar ga sih harganya', 'fix ga jadi', 'deal kalo 10rb', 'deal ga nih 10rb?', 'oke kalo gratis',
  'lanjut ke produk lain', 'lanjut cari yang lain', 'ya mending yang lain', 'iya yang satunya aja', 'oke yang tiktok aja', 'ya bukan yang itu', 'iya bukan itu maksudku', 'oke aku mundur', 'ya sudahlah lupakan',
  'skip aja ya', 'ya skip', 'gak dulu ya', 'jangan dulu ya', 'belum ya', 'belum siap', 'belum yakin', 'ga yakin', 'tidak setuju', 'nggak oke', 'kurang sip', 'ora sido', 'iyo ning ojo saiki', 'iyo tapi larang', 'nggih mboten sios',
  'muhun tapi awis', 'moal jadi', 'mengko wae', 'engke heula', 'yo wis ora usah', 'yes but not now', 'ok but change the link', 'no ok', "ok i'll think about it", 'yes if cheaper', 'yeah right', 'yeah no', 'sure, later', 'ok cancel',
  'okay wait', 'fine, forget it', 'not ok', "it's ok, never mind", 'ok never mind', 'is it ok?', 'ok?', 'gimana, oke?', 'kata temenku ok', 'tadi kan aku bilang ya?', 'admin said yes', 'kalau aku bilang ya langsung kepotong?',
  'tulis ya aja gitu?', 'ketik ya buat apa?', 'maksudnya ya itu bayar?', 'kalau ok pencet mana?', 'okelah kalau begitu, tapi bukan sekarang', 'ya nanti malem', 'iya habis gajian', 'gas abis gajian', 'gaskeun besok pagi',
  'sip, tanggal muda ya', 'ok setelah lebaran', 'ya tunggu istri dulu', 'ok nanya mama dulu', 'lanjut ga ya', 'lanjutin ga sih', 'proses berapa lama?', 'kirim berapa lama ya', 'bayarnya pake apa ya', 'bayar gimana?', 'bayar ke mana ya',
  'bayar di tempat bisa?', 'bayar setengah dulu boleh?', 'ya ampun error', 'oke error nih', 'iya kah?', 'iyakah', 'masa iya', 'emang iya?', 'oh gitu ya', 'oh iya lupa', 'oh ya harganya berapa', 'hmm iya juga', 'wkwk iya', 'iya kan mahal', 'ya elah',
  'oh oke', 'oh ok kak', 'hmm ok', 'ya gitu deh', 'is that correct', 'correct the link', 'fix the link', 'fix linknya', 'benerin linknya', 'betulin jumlahnya', 'ok ntar dulu', 'iya nih bingung', 'hooh larang', 'yo sik', 'ok makasih infonya', 'baik nanti saya kabari',
  'ya terserah', 'ga masalah', 'bener ga nih', 'ini udah bener belum', 'lanjut nanti malam', 'tahan dulu', 'booking dulu', 'yes please change link', 'ok different one', 'looks wrong', 'not correct', 'nggih mangke', 'sumuhun engke', 'cek dulu ya',
]

/** Of money: questions, plans, conditions, denials, other payments, other people's. */
// biome-ignore format: a few messages a line
export const NO_PAID: readonly string[] = [
  'kalo udah bayar gimana?', 'belum bayar kok', 'bayarnya besok ya', 'belum aku bayar', 'blm byr', 'aku blm transfer kak', 'udah bayar belum ya aku?', 'udah dibayar belum?', 'kalau sudah bayar terus apa?', 'setelah bayar ngapain?',
  'abis bayar langsung jalan?', 'nanti aku bayar', 'bentar lagi bayar', 'lagi mau transfer', 'otw bayar', 'otw transfer kak', 'lagi di jalan mau bayar', 'saya akan bayar', 'tinggal bayar aja kan?', 'gagal bayar', 'pembayaran gagal',
  'ga bisa bayar', 'gabisa transfer', 'bayarnya error', 'saldo dana ku kurang buat bayar', 'udah coba bayar tapi gagal', 'udah bayar tapi kok gagal ya', 'kirain udah bayar', 'kayaknya belum kebayar', 'perasaan belum bayar deh',
  'yang udah bayar banyak ga?', 'temenku udah bayar kemarin', 'orang lain yang udah bayar gimana', 'kalo aku udah bayar terus ga masuk gimana?', 'misal sudah transfer', 'seandainya udah bayar', 'pura-pura udah bayar', 'anggap udah bayar',
  'bilang aja udah bayar', 'jangan bayar dulu ya?', 'ga jadi bayar', 'batal bayar', 'aku ga mau bayar', 'ngapain bayar', 'bayar berapa?', 'harus bayar sekarang?', 'sudah bisa bayar?', 'sudah bisa dibayar?', 'kapan harus bayar', 'bayar lewat apa',
  'udah mau bayar tapi qr nya mana', 'sudah saya scan tapi belum saya bayar', 'udah scan doang', 'udah download qrnya', 'udah kubuka gopay', 'belum sempet bayar', 'lupa bayar', 'telat bayar gapapa?', 'kalo telat bayar gimana',
  'durung bayar', 'durung tak bayar', 'sesuk tak bayar', 'mengko tak transfer', 'lamun geus mayar kumaha?', 'can mayar', 'teu acan bayar', "haven't paid yet", 'not paid', "i haven't transferred", 'what if i already paid?',
  'if i pay now how long', "i'll pay later", 'will pay tomorrow', 'about to pay', 'payment failed', "can't pay", 'did i pay?', 'has it been paid?', 'how do i pay', 'should i pay now?', 'is it paid?', 'once paid, what happens?',
  'status PAID', 'mark as paid', 'lunas belum?', 'lunas ga?', 'kapan lunasnya', 'belum lunas', 'biar lunas gimana', 'udah masuk belum duitnya?', 'udah masuk kak?', 'transferan masuk?', 'sudah transfer minimal berapa?', 'udah bayar segitu dapet berapa?',
  'yang sudah bayar dapat bonus?', 'udah bayar kok disuruh bayar lagi?', 'udah pernah bayar di toko sebelah', 'kemarin udah bayar di admin lain', 'udah bayar kos jadi duit abis', 'gajian udah, bayar nanti', 'done?', 'beres?', 'udah?', 'udah belum?', 'selesai belum?',
  'udah tinggal bayar', 'udah minta temen bayarin', 'banyak yang udah bayar kena tipu', 'minta bukti bayar', 'nunggu temen bayarin', 'udah siap transfer', 'udah scan tapi saldo kurang', 'udah topup gopay buat bayar', 'udah boleh bayar?', 'pesanan yg udah dibayar gimana',
  'habis transfer kirim bukti?', 'lunas baru jalan ya', 'paid or free?', 'udah kirim link', 'done follow', 'udah public akunnya', 'beres udah public', 'masuknya berapa lama', 'mau tf dong', 'gagal tf', 'temen saya yang tf', 'payment?',
]

/** No payment; before a card they may well be a yes. */
export const READY: readonly string[] = [
  'mau bayar',
  'bade mayar',
  'udah siap bayar',
  'arep mbayar',
  'yo wes',
  'yaudah deh',
  'siap bayar kak',
]

/** So that a reader which hears nothing does not pass. */
export const YES: readonly string[] = [
  'ya',
  'iya',
  'ok',
  'oke kak',
  'gas',
  'gaskeun',
  'sip lanjut',
  'setuju',
  'iya bener',
  'lanjut kak',
  'yes',
  'ok proceed',
  'nggih',
  'iyo',
  '👍',
]
export const PAID: readonly string[] = [
  'udah bayar kak',
  'sudah saya transfer',
  'sdh tf ya',
  'done bayar',
  'lunas ya kak',
  'wis tak bayar',
  'geus dibayar kang',
  'already paid',
  'I have paid',
  'udah ya',
]
