// Indonesian: the shop itself: help, manners, terms, privacy, trouble.
import { bold, html, lines } from '../html.ts'
import type { Tone } from '../tone.ts'

export const shop = {
  payHow: (t: Tone) =>
    lines(
      html`Bayarnya lewat QRIS${t.kak}: GoPay, DANA, OVO, ShopeePay, atau m-banking apa saja.`,
      html`Pilih produk → kirim link → jumlah → cek ringkasan → QRIS dikirim ke sini. Tanpa biaya tambahan.`,
    ),
  topics: {
    safe: (t: Tone) =>
      lines(
        html`Password ${t.nggak} pernah diminta, jadi akunnya ${t.nggak} perlu login ke mana-mana; cukup link atau username.`,
        html`Tapi jujur${t.kak}: Instagram, TikTok, dan platform lain melarang interaksi yang dibeli dan bisa membatasi akun, dan jumlahnya bisa turun. Risiko itu ada, ${t.kamu} yang memutuskan (/snk).`,
      ),
    password: (t: Tone) =>
      html`${t.akrab ? 'Nggak' : 'Tidak'} perlu password, PIN, atau OTP${t.kak}, cukup link atau username. Jangan dikirim ke siapa pun.`,
    refund: (t: Tone) =>
      html`Kalau pesanan ${t.nggak} bisa diproses, uangnya kembali penuh ke saldo${t.mu}; kalau terkirim sebagian, sisanya yang kembali. Uang kembali itu bisa dipakai belanja atau ditarik ke e-wallet/bank lewat /tarik.`,
    private: (t: Tone) =>
      html`Akun atau postingannya harus publik dari mulai sampai pesanan selesai${t.kak}, dan username atau link-nya jangan diganti.`,
    real: (t: Tone) =>
      html`Soal akunnya asli, aktif, atau bertahan terus, ${t.aku} ${t.nggak} berani janji${t.kak}: platform bisa menghapus akun dan jumlahnya bisa turun. Yang pasti ${t.akrab ? 'cuma' : 'hanya'} yang tertulis di produknya; supaya lebih tenang, pilih yang ada garansinya (♻️).`,
    haggle: (t: Tone) =>
      html`Harganya sudah tetap${t.kak}, belum bisa ditawar di sini. Kalau cari yang paling hemat, tulis “paling murah yang mana”.`,
    link: () =>
      html`Tergantung produknya: followers butuh link profil atau username; likes, views, dan komentar butuh link postingan atau videonya. Cara salinnya muncul setelah produknya dipilih.`,
    hours: (t: Tone) =>
      html`Pesan dan bayar bisa kapan saja lewat chat ini${t.kak}; setelah dibayar langsung diproses. Yang perlu admin dijawab di jam layanan toko.`,
  },
  general: (t: Tone) => html`Itu belum ada di catatan kami${t.kak}. Sudah ${t.aku} teruskan ke admin${t.ya}.`,
  questionAnswered: (t: Tone, p: { question: string }) =>
    t.akrab
      ? html`Kak, tadi tanya “${p.question}”. Ini jawaban admin:`
      : html`Anda tadi bertanya “${p.question}”. Berikut jawaban admin:`,
  priceHow: (t: Tone) =>
    html`Untuk harga, sebut produk dan jumlahnya${t.ya}, misalnya “harga 1000 followers ig”.`,
  thanks: (t: Tone) => (t.akrab ? html`Sama-sama kak! 🙏` : html`Terima kasih kembali.`),
  small: {
    yes: (t: Tone) => (t.akrab ? html`Hehe siap kak.` : html`Baik.`),
    offer: (t: Tone) => (t.akrab ? html`Ada yang mau dipesan?` : html`Ada yang ingin Anda pesan?`),
    pick: (t: Tone, p: { mid: number }) => html`Tinggal pilih nomor produknya${t.ya}, contoh: ${p.mid}`,
    bill: (_t: Tone, p: { number: string }) => html`Tagihan ${bold(p.number)} masih menunggu dibayar.`,
  },
  refuseAttack: (t: Tone) =>
    html`Maaf${t.kak}, itu ${t.nggak} bisa. Harga dan pesanan hanya lewat ringkasan dan tombol di sini.`,
  notUnderstood: {
    once: (t: Tone) => html`Maaf${t.kak}, ${t.aku} belum paham. Bisa ditulis dengan kata lain?`,
    choosing: (t: Tone, p: { mid: number }) =>
      html`Maaf${t.kak}, belum paham. Pilih nomor produknya ${t.aja}, contoh: ${p.mid}`,
    link: (t: Tone) => html`Maaf${t.kak}, belum paham. Yang ditunggu sekarang link targetnya.`,
    quantity: (t: Tone) => html`Maaf${t.kak}, belum paham. Yang ditunggu sekarang jumlahnya, contoh: 1000`,
    comments: (t: Tone) =>
      html`Maaf${t.kak}, belum paham. Yang ditunggu sekarang isi komentarnya, satu per baris.`,
    confirming: (t: Tone) => html`Maaf${t.kak}, belum paham. Tekan ✅ Bayar kalau sudah benar, atau Batal.`,
    amount: (t: Tone) => html`Maaf${t.kak}, belum paham. Yang ditunggu sekarang jumlah uangnya, contoh: 50rb`,
    destination: (t: Tone) =>
      html`Maaf${t.kak}, belum paham. Yang ditunggu sekarang tujuan penarikannya: e-wallet atau bank, nomor, dan nama.`,
    payout: (t: Tone) => html`Maaf${t.kak}, belum paham. Tekan tombol tarik kalau sudah benar, atau Batal.`,
    repeat: (t: Tone) => html`Maaf${t.kak}, belum paham. Tekan Ulangi untuk pesan lagi, atau Batal.`,
    often: (t: Tone) =>
      html`Maaf${t.kak}, masih belum paham. Coba /produk untuk melihat daftar, atau panggil admin di bawah.`,
  },
  askLanguage: () => html`Pilih bahasa / Choose a language:`,
  languageSet: (t: Tone) => html`Siap${t.kak}, pakai Bahasa Indonesia.`,
  askAway: (t: Tone, p: { one: number; other: number }) =>
    lines(
      t.akrab
        ? html`Mau tanya apa kak? Tulis aja, misalnya:`
        : html`Silakan tulis pertanyaan Anda, misalnya:`,
      html`• “${p.one} kalau 2000 berapa?”`,
      html`• “${p.one} ada garansinya?”`,
      p.other ? html`• “bedanya ${p.one} sama ${p.other} apa?”` : false,
      html`• “bayarnya gimana?”`,
    ),
  help: (t: Tone) =>
    lines(
      html`Tulis ${t.akrab ? 'aja maunya apa' : 'kebutuhan Anda'}, misalnya “1000 followers ig”, lalu ikuti langkahnya. Atau:`,
      '/produk – daftar produk',
      '/pesan – mulai pesan',
      '/tagihan – tagihan yang belum dibayar',
      '/status – status pesanan',
      '/riwayat – riwayat pesanan',
      '/saldo – saldo dan mutasinya',
      '/deposit – isi saldo',
      '/tarik – tarik saldo ke e-wallet atau bank',
      '/batal – batalkan',
      '/bahasa – ganti bahasa',
      '/snk – syarat & ketentuan',
      '/privasi – data dan privasi',
    ),
  terms: (t: Tone, p: { shop: string; version: string; contact: string }) =>
    lines(
      bold(`Syarat & Ketentuan ${p.shop}`),
      html`Versi ${p.version}`,
      '',
      html`1. Yang dijual: jasa media sosial (followers, likes, views, dan sejenisnya) yang dikerjakan server pihak lain. Jumlahnya bisa naik turun.`,
      html`2. Instagram, TikTok, dan platform lain melarang interaksi yang dibeli dan bisa membatasi akun. Risiko itu ada; ${t.kamu} yang memutuskan.`,
      html`3. Kami tidak pernah butuh password, PIN, atau OTP. Jangan dikirim ke siapa pun.`,
      html`4. Akun atau postingan harus publik, dan username/link tidak berubah sampai pesanan selesai. Satu target, satu pesanan sejenis pada satu waktu.`,
      html`5. Harga yang ditagih adalah harga di ringkasan yang ${t.kamu} setujui, tanpa biaya tambahan. Tagihan punya batas waktu.`,
      html`6. Uang kembali: kalau pesanan tidak bisa diproses atau dihentikan, seluruhnya kembali ke saldo; kalau terkirim sebagian, bagian yang tidak terkirim kembali ke saldo. Uang yang masuk terlambat atau dobel juga masuk saldo. Uang kembali di saldo bisa ditarik ke e-wallet atau rekening dengan /tarik, dikirim penjual paling lambat 24 jam; saldo yang diisi sendiri (/deposit) untuk belanja, dan hanya bisa ditarik kalau toko mengizinkan. Saldo tidak hangus.`,
      html`7. Garansi hanya ada kalau tertulis di produknya, dengan lama dan cara klaim yang tertulis di sana.`,
      html`8. Pesanan yang sudah dikirim ke server biasanya tidak bisa dihentikan.`,
      html`9. Kami tidak melayani judi, pornografi, penipuan, atau target yang melanggar hukum.`,
      html`10. Keluhan: tekan “Ada masalah” pada pesanan atau 💬 Admin, paling lambat 30 hari setelah selesai. Dijawab dalam jam layanan toko; paling lambatnya disebut saat keluhan dicatat.`,
      p.contact ? html`Kontak: ${p.contact}` : false,
    ),
  privacy: (t: Tone, p: { shop: string; days: number; contact: string }) =>
    lines(
      bold(`Privasi di ${p.shop}`),
      '',
      html`Yang disimpan: nama dan ID chat${t.mu}, isi chat, link target, pesanan, dan pembayarannya (jumlah, waktu, nama penerbit QRIS). Tujuan penarikan saldo (e-wallet atau bank, nomor, nama) disimpan terenkripsi dan dihapus 90 hari setelah penarikan selesai.`,
      html`Untuk apa: menjalankan pesanan, mengembalikan uang, dan menjawab keluhan.`,
      html`Siapa yang melihat: penjual; penyedia pembayaran (tagihannya); server pengerja (hanya link, jumlah, isi komentar). Isi chat bisa dibaca mesin AI untuk memahami maksudnya; yang mirip password, PIN, atau OTP dihapus sebelum disimpan dan tidak dikirim ke AI.`,
      html`Berapa lama: chat yang tidak dipakai ${p.days} hari dihapus. Catatan pesanan dan uang disimpan untuk pembukuan.`,
      html`Hapus data: ketik /hapusdata. Chat dan nama${t.mu} dihapus; catatan pesanan tetap tanpa nama, dan saldo tidak hilang.`,
      p.contact ? html`Kontak: ${p.contact}` : false,
    ),
  dataDeleted: (t: Tone) =>
    html`Sudah${t.kak}: chat dan nama${t.mu} dihapus. Catatan pesanan dan saldo tetap ada tanpa nama.`,
  voice: (t: Tone) => html`Maaf${t.kak}, pesan suara belum bisa didengar. Tolong diketik${t.ya}.`,
  photoNoLink: (t: Tone) =>
    html`Dari gambar, link-nya ${t.nggak} bisa dibaca${t.kak}. Yang ditunggu tautannya, atau username-nya.`,
  photoNoBill: (t: Tone) =>
    html`Gambarnya diterima${t.kak}, tapi ${t.nggak} ada tagihan yang terbuka. Kalau ini soal pesanan, tulis nomornya atau tekan Admin.`,
  mediaUnread: (t: Tone) => html`Kiriman itu belum bisa dibaca${t.kak}. Tolong diketik${t.ya}.`,
  secretDeleted: (t: Tone) =>
    html`🔒 Pesan tadi mirip password, PIN, atau OTP, jadi dihapus dan tidak disimpan. Kami ${t.nggak} pernah butuh itu; cukup link atau username.`,
  groupLine: (t: Tone, p: { username: string }) =>
    html`Pesan di chat pribadi${t.ya}: https://t.me/${p.username}`,
  closed: (t: Tone) => (t.akrab ? html`Toko belum buka kak. Coba lagi nanti ya.` : html`Toko belum buka.`),
  closedUntil: (_t: Tone, p: { at: string }) => html`Toko tutup sampai ${p.at}.`,
  testing: (t: Tone) => html`Toko ini masih diuji penjualnya${t.kak}, jadi belum bisa menerima pesanan.`,
  blocked: () => html`Maaf, akun ini tidak bisa memesan di sini. Hubungi penjual kalau ini keliru.`,
  busy: (t: Tone) => (t.akrab ? html`Sebentar ya kak…` : html`Mohon tunggu sebentar…`),
  trouble: (t: Tone) =>
    html`Maaf${t.kak}, ada gangguan. Pesan${t.mu} sudah tersimpan; ${t.nggak} ada uang atau pesanan yang hilang.`,
  bound: () =>
    html`✅ Akun Telegram ini terhubung sebagai penjual toko. Kabar penting dikirim ke sini; ketik /konsol untuk menjalankan toko dari chat ini.`,
  bindLapsed: () => html`Tautan itu sudah kedaluwarsa atau sudah dipakai. Buat yang baru dari dasbor.`,
}
