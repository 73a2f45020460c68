// Ordinary words that the reader meets beside those it has a plain form for: known, so that they are neither names nor typing errors.

export const KNOWN = new Set(
  `id mid kode order nama orang owner pemilik toko shop bos masih ada buka tutup online offline libur operasional kerja trusted terpercaya legit
  dana ovo gopay shopeepay linkaja bca bri bni mandiri bsi cimb permata jago seabank rekening rek norek bank wallet ewallet e-wallet pulsa cod paypal va virtual atm
  metode mulai jalan start gagal sukses berhasil expired kedaluwarsa kadaluarsa muncul keluar buram blur scan discan pindai gambar foto picture file
  sesuai seperti kayak kaya kek persis sebelumnya biasa biasanya langsung bertahap dicicil drip dripfeed drip-feed nyicil perlahan berangsur
  paket package hemat bonus reseller grosir partai ecer satuan per pcs biji buah kali x pas lebih sekitar kira kira-kira hampir
  publik public private privat gembok digembok terkunci kunci login masukin
  post postingan posting feed video vidio reels reel foto page halaman fanspage fanpage fp grup group channel kanal saluran shorts short tv igtv konten
  akun toko jualan usaha bisnis online artis fyp viral follback
  lucu wkwk wkwkwk haha hahaha hehe hihi xixi lol anjir anjay mantap mantab keren gokil cantik ganteng sayang kangen
  lapor polisi viralkan viralin parah jelek buruk bangsat anjing goblok tolol bego kampret asu tai sialan babi brengsek bodoh php bangke payah lelet
  kenalan siapa namamu umur rumah tinggal dimana kabar apakabar makan tidur cuaca jokes lawak cerita pacar
  hari senin selasa rabu kamis jumat sabtu minggu pukul wib tanggal tahun
  naikin naikkan tambahin tambahkan bikin buat buatkan bikinin jalankan
  gimana siap terserah bebas pokoknya soalnya karena karna krn cuma cuman hanya doang
  satu dua masing tiap setiap semuanya dua-duanya keduanya salah satunya salahsatu
  no yes new old more next previous page first time still need looking like followers my your our their his her him them they we us
  when will it be there here was were been being and or but so because about into over under than then very much good bad money back help hello
  order orders pay payment product products link account number name code quality country speed day days hour minute
  tertinggi terendah terbaik terlaris populer favorit laris best seller bestseller andalan
  bawah atas tengah samping kiri kanan atasnya bawahnya setelahnya
  syarat ketentuan snk privasi kebijakan legal izin resmi
  fix silakan silahkan sesuai
  ih aduh waduh duh yah alah astaga gila
  jawab balas respon respons woy woi hei dijawab dibalas slow
  bot robot ai chatgpt mesin otomatis
  tanggal besok lusa pagi siang sore malam nanti
  punya punyaku milik teman temanku adik kakak adek suami istri anak
  kasih kasi beri berikan bagi sebut sebutkan taruh tulis ketik
  pikir mikir mikirin pertimbangkan
  kedua-duanya dong si per sampai hingga antara selain kecuali tanpa
  cocok pilihan opsi option nomer
  jangka waktu estimasi perkiraan tahan awet stabil nonstop non anti
  hapus delete reset set anggap tandai mark
  masih sering suka jarang selalu
  hallo permisi numpang sekali lagi
  data titik koma spasi copy paste salin upload diupload unggah terbaru barusan kemudian ngapain gimana-gimana gpp gapapa otw batas tenggat deadline
  partial parsial sebagian segini segitu lipat kali cheaper cheap api kerjasama sebelah tempat skip pelanggan pembeli customer rame ramai terkenal monetisasi
  diskon persen juga pun sebenarnya sebetulnya pengen nunggu cair cairnya potongan biaya contekan yet still late never come comes from nyusul padahal ternyata kira gajian notif otewe berlaku struk kabari kabarin bismillah males kebuka dibaca terbaca email emailnya perubahan satuan format melanggar aturan legalitas tester sampel sample trial goyang digoyang hujan gabut sibuk negara cewek cowok deliver deliver delivered happened nothing love luar asal fotonya harus aminah siti budi joko agus dewi sari putri andi rina yanti lusin selusin kelebihan senilai
  bakal bantal natal batang terlanjur telanjur going forever nothing taking through agen dropship dropshipper komunitas work works sistemnya dibagi pajak amanah ketipu
  takut kepotong cukup nominal nominalnya natural urut demi kayaknya sepertinya rasanya perasaan mungkin`.split(
    /\s+/,
  ),
)
