// Small knowledge bases as sellers write them, with questions as customers ask them: what each is to be answered from, and what is not
// in them. The first two were looked at while the words and the threshold were set; `UNTOUCHED` was not.

export type Faq = {
  documents: { id: string; title: string; text: string }[]
  /** The question, and words of the one passage that answers it. */
  questions: [question: string, passage: string][]
  strangers: string[]
}

export const TUNED: Faq = {
  documents: [
    {
      id: 'd_jam',
      title: 'Jam layanan',
      text: `Admin kami online setiap hari jam 08.00 sampai 22.00 WIB, termasuk hari Minggu.

Pesanan diproses otomatis oleh sistem selama 24 jam, jadi pesan tengah malam pun tetap jalan.

Saat Lebaran dan tanggal merah admin hanya membalas chat jam 10.00 sampai 15.00.`,
    },
    {
      id: 'd_garansi',
      title: 'Garansi dan refill',
      text: `## Cara klaim
Klaim garansi dengan menyebut nomor pesanan ke admin. Refill dikerjakan paling lambat dua hari kerja.

## Kapan garansi hangus
Garansi hangus kalau username diganti, akun dikunci, atau akun sedang dipesan di tempat lain.

## Produk tanpa garansi
Produk tanpa tanda ♻️ tidak bisa diisi ulang kalau jumlahnya turun.`,
    },
    {
      id: 'd_faq',
      title: 'Pertanyaan yang sering muncul',
      text: `Apakah akun saya aman?
Kami tidak pernah meminta password, jadi akunmu tidak bisa kami buka. Platform tidak mengizinkan jasa seperti ini dan bisa membatasi akun.

Apakah akun boleh privat?
Tidak. Akun harus publik sampai pesanan selesai, setelah itu boleh dikunci lagi.

Berapa lama prosesnya?
Biasanya mulai dalam 1 jam dan selesai dalam 24 jam, tergantung antrean server.

Bisa bayar lewat apa saja?
Pembayaran memakai QRIS: GoPay, DANA, OVO, ShopeePay, dan m-banking semua bank. Kartu kredit belum bisa.

Bagaimana kalau salah memasukkan link?
Hubungi admin sebelum pesanan jalan. Kalau sudah jalan, pesanan tidak bisa dibatalkan dan uang tidak kembali.

Apakah bisa dicicil satu pesanan untuk beberapa postingan?
Belum bisa. Satu pesanan hanya untuk satu link.

Apakah ada harga khusus reseller?
Ada. Daftar jadi reseller gratis setelah 10 pesanan, potongannya 5 persen.

Apakah komentar bisa ditulis sendiri?
Bisa, pilih produk Komentar Custom lalu kirim satu komentar per baris.`,
    },
    {
      id: 'd_toko',
      title: 'Tentang toko',
      text: `Toko ini berdiri sejak 2019 di Malang dan tidak punya toko fisik.

Grup Telegram untuk pengumuman promo: t.me/contohpromo. Diskon diumumkan setiap tanggal kembar.

Faktur pajak bisa diminta lewat email untuk pembelian di atas satu juta rupiah.

Kalau jumlah yang datang kurang dari pesanan, selisihnya dikembalikan ke saldo secara otomatis.

Saldo tidak punya masa kedaluwarsa dan bisa ditarik ke rekening atau e-wallet atas nama sendiri.`,
    },
  ],
  questions: [
    ['admin online jam berapa kak?', 'Admin kami online'],
    ['hari minggu buka ga min', 'Admin kami online'],
    ['kalo order tengah malem tetep jalan?', 'Pesanan diproses otomatis'],
    ['lebaran libur gak?', 'Saat Lebaran'],
    ['gimana cara klaim garansi', 'Klaim garansi dengan menyebut'],
    ['cara claim refillnya gmn?', 'Klaim garansi dengan menyebut'],
    ['kalau username diganti garansinya hangus?', 'Garansi hangus kalau'],
    ['garansi hangus kalo apa aja', 'Garansi hangus kalau'],
    ['aman ga sih buat akun aku', 'Kami tidak pernah meminta password'],
    ['minta pw ig ga?', 'Kami tidak pernah meminta password'],
    ['akun digembok bisa?', 'Tidak. Akun harus publik'],
    ['akun private boleh gak kak', 'Tidak. Akun harus publik'],
    ['prosesnya brp lama ya', 'Biasanya mulai dalam 1 jam'],
    ['bs bayar pake dana ga', 'Pembayaran memakai QRIS'],
    ['pembayarannya lewat apa aja', 'Pembayaran memakai QRIS'],
    ['bisa pake kartu kredit?', 'Pembayaran memakai QRIS'],
    ['salah masukin link gmn nih', 'Hubungi admin sebelum'],
    ['satu pesanan bisa buat beberapa postingan?', 'Belum bisa. Satu pesanan'],
    ['cara jadi reseler gimana', 'Ada. Daftar jadi reseller'],
    ['ada harga reseller?', 'Ada. Daftar jadi reseller'],
    ['komentarnya bisa nulis sendiri ga', 'Bisa, pilih produk Komentar'],
    ['tokonya dimana kak', 'Toko ini berdiri'],
    ['ada grup telegramnya?', 'Grup Telegram'],
    ['kapan ada diskon', 'Grup Telegram'],
    ['bisa minta faktur pajak?', 'Faktur pajak'],
    ['kalo yang dateng kurang gimana', 'Kalau jumlah yang datang kurang'],
    ['saldo bisa kadaluarsa ga', 'Saldo tidak punya masa'],
    ['saldo bs ditarik ke rekening?', 'Saldo tidak punya masa'],
  ],
  strangers: [
    'jual sepatu nggak?',
    'bisa bayar pakai bitcoin?',
    'ada lowongan kerja ga kak',
    'siapa presiden sekarang',
    'cuaca malang hari ini gimana',
    'bisa bikin website?',
    'kamu robot ya',
    'cara hapus akun facebook gimana',
    'jual akun mobile legend?',
    'ada aplikasi androidnya?',
    'bisa hack akun orang?',
    'jam tangan rolex berapa',
    'kirim ke luar negeri ongkirnya berapa',
    'resep nasi goreng dong',
    'nomor rekening bca kamu berapa',
    'bisa verifikasi centang biru?',
  ],
}

export const TUNED_TOO: Faq = {
  documents: [
    {
      id: 'd_panduan',
      title: 'Panduan pelanggan',
      text: `# Cara pesan

Pilih produk, kirim link targetnya, tulis jumlahnya, lalu bayar QRIS yang muncul. Pesanan langsung diteruskan ke server.

# Setelah membayar

Jangan mengganti nama akun dan jangan menghapus postingan selama pesanan berjalan.

Kalau QRIS sudah dibayar tetapi status belum berubah dalam 10 menit, kirim bukti transfer ke admin.

QRIS berlaku 30 menit. Lewat dari itu buat pesanan baru, jangan bayar gambar yang lama.

# Penurunan jumlah

Follower yang turun dalam 30 hari diisi ulang tanpa biaya, asalkan produknya bertanda garansi.

Like dan view tidak turun, jadi produk itu tidak punya garansi.

# Uang kembali

Pesanan yang gagal uangnya masuk ke saldo toko dalam beberapa menit.

Pengembalian ke e-wallet diproses manual, paling lambat satu hari kerja.

# Live streaming

Penonton live harus dipesan minimal 30 menit sebelum siaran dimulai.

# Akun bisnis

Untuk akun perusahaan kami bisa membuat invoice dan kuitansi, kirim nama perusahaan ke admin.

# Umur pelanggan

Pembeli harus berumur 17 tahun atau memakai akun orang tua.

# Kerja sama

Penawaran kerja sama dan endorse dikirim ke email kerjasama@contoh.id.

# Data pribadi

Nomor pesanan dan chat disimpan 90 hari lalu dihapus.`,
    },
  ],
  questions: [
    ['cara ordernya gimana ya', 'Pilih produk, kirim link'],
    ['langkah2 pemesanan dong min', 'Pilih produk, kirim link'],
    ['boleh ganti nama akun ga pas lagi proses', 'Jangan mengganti nama akun'],
    ['kalau postingannya aku hapus gimana', 'Jangan mengganti nama akun'],
    ['udah bayar tp statusnya belum berubah', 'Kalau QRIS sudah dibayar'],
    ['kirim bukti tf kemana', 'Kalau QRIS sudah dibayar'],
    ['qris nya berlaku berapa menit', 'QRIS berlaku 30 menit'],
    ['qris lama masih bisa dibayar?', 'QRIS berlaku 30 menit'],
    ['kalo followersnya turun diisi lagi ga', 'Follower yang turun'],
    ['refill followers berapa hari', 'Follower yang turun'],
    ['like bisa turun ga', 'Like dan view tidak turun'],
    ['views ada garansinya?', 'Like dan view tidak turun'],
    ['kalau pesanan gagal uangnya kemana', 'Pesanan yang gagal'],
    ['refund ke gopay berapa lama', 'Pengembalian ke e-wallet'],
    ['mau pesen penonton live kapan', 'Penonton live'],
    ['bisa minta kwitansi buat perusahaan?', 'Untuk akun perusahaan'],
    ['bisa bikinin invoice ga', 'Untuk akun perusahaan'],
    ['umur 15 tahun boleh beli?', 'Pembeli harus berumur'],
    ['kalo mau kerjasama hubungi kemana', 'Penawaran kerja sama'],
    ['mau nawarin endorse nih', 'Penawaran kerja sama'],
    ['data chat aku disimpen berapa lama', 'Nomor pesanan dan chat'],
    ['chatnya dihapus kapan', 'Nomor pesanan dan chat'],
  ],
  strangers: [
    'bisa tarik tunai di alfamart?',
    'jual pulsa ga',
    'kursus digital marketing ada?',
    'bos kamu siapa namanya',
    'gempa di mana tadi',
    'bisa top up diamond ff?',
    'harga emas hari ini',
    'ada cabang di surabaya?',
    'mau curhat dong sama pacar berantem',
    'bisa balikin akun yang kena hack?',
    'warna favorit kamu apa',
    'dijual mobil bekas',
  ],
}

export const UNTOUCHED: Faq = {
  documents: [
    {
      id: 'd_aturan',
      title: 'Aturan toko Naikin Yuk',
      text: `1. Bot ini melayani pemesanan lewat chat pribadi, bukan lewat grup.

2. Satu link hanya boleh punya satu pesanan aktif untuk jenis layanan yang sama.

3. Pesanan yang sudah masuk server tidak dapat diubah maupun dihentikan.

4. Kami menolak target yang berhubungan dengan judi, penipuan, atau konten dewasa.

5. Pembeli bertanggung jawab atas isi akunnya sendiri.`,
    },
    {
      id: 'd_kualitas',
      title: 'Kualitas layanan',
      text: `Tanya: Followersnya orang Indonesia atau luar?
Jawab: Produk bertulisan Indonesia berisi akun lokal, yang bertulisan Campuran berisi akun dari berbagai negara.

Tanya: Apakah followers akan ikut menyukai postingan?
Jawab: Tidak. Followers hanya menambah angka, like dan komentar dipesan terpisah.

Tanya: Kenapa jumlah awal di rincian berbeda dengan profil saya?
Jawab: Angka awal dicatat saat server mulai bekerja, jadi bisa berbeda beberapa menit.

Tanya: Apa bedanya views dan jam tayang?
Jawab: Views menambah jumlah tayangan, jam tayang menambah durasi tonton untuk syarat monetisasi YouTube.

Tanya: Kenapa followers masuknya bertahap?
Jawab: Supaya terlihat wajar, server mengirim sedikit demi sedikit.`,
    },
    {
      id: 'd_lain',
      title: 'Lain-lain',
      text: `Notifikasi pesanan dikirim ke chat ini. Kalau tidak ingin diganggu, bisukan chat Telegram.

Nomor admin tidak kami bagikan. Hubungi admin hanya lewat tombol Admin di bot.

Stok produk tertentu bisa habis sementara saat server penyedia sedang perbaikan.

Bonus saldo 2% diberikan untuk isi saldo di atas Rp500.000.

Ulasan pelanggan bisa dibaca di kanal testimoni t.me/naikintesti.

Harga dapat berubah sewaktu-waktu mengikuti server, harga di ringkasan yang berlaku.

Kami belum menyediakan aplikasi, semua lewat Telegram.`,
    },
  ],
  questions: [
    ['bisa pesan lewat grup?', '1. Bot ini melayani'],
    ['1 link boleh 2 pesanan sekaligus ga', '2. Satu link hanya'],
    ['kalo udah masuk server bisa distop ga', '3. Pesanan yang sudah'],
    ['situs judi bisa ga kak', '4. Kami menolak'],
    ['konten dewasa boleh?', '4. Kami menolak'],
    ['followersnya indo apa luar', 'Produk bertulisan Indonesia'],
    ['followers nya dari negara mana', 'Produk bertulisan Indonesia'],
    ['nanti followersnya nge like postingan ga', 'Tidak. Followers hanya'],
    ['kok jumlah awalnya beda sama profilku', 'Angka awal dicatat'],
    ['apa bedanya views sama jam tayang', 'Views menambah jumlah'],
    ['jam tayang buat monetisasi youtube itu apa', 'Views menambah jumlah'],
    ['kenapa masuknya bertahap', 'Supaya terlihat wajar'],
    ['followers masuknya sedikit2 ya', 'Supaya terlihat wajar'],
    ['cara matiin notifikasi gimana', 'Notifikasi pesanan dikirim'],
    ['minta nomor wa admin dong', 'Nomor admin tidak kami'],
    ['kenapa stoknya habis', 'Stok produk tertentu'],
    ['server lagi perbaikan ya?', 'Stok produk tertentu'],
    ['ada bonus isi saldo ga', 'Bonus saldo 2%'],
    ['testimoninya ada?', 'Ulasan pelanggan'],
    ['liat ulasan pelanggan dimana', 'Ulasan pelanggan'],
    ['kenapa harganya berubah', 'Harga dapat berubah'],
    ['ada aplikasinya ga', 'Kami belum menyediakan aplikasi'],
  ],
  strangers: [
    'jual tiket konser ga',
    'bisa pasang wifi?',
    'anak saya sakit demam obatnya apa',
    'siapa pemenang liga inggris',
    'bisa desain logo?',
    'minta uang dong',
    'kapan gajian pns',
    'bisa antar makanan ke rumah?',
    'beli laptop bekas dimana',
    'cara daftar kuliah online',
    'sholat maghrib jam berapa',
    'terjemahkan ke bahasa jepang',
  ],
}
