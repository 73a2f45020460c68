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
  termasuk takut kepotong cukup nominal nominalnya natural urut demi kayaknya sepertinya rasanya perasaan mungkin`.split(
    /\s+/,
  ),
)

/** Everyday words that say nothing of a shop: no typing errors of others, yet good for somebody's name. */
export const ORDINARY = new Set(
  `emang memang laporan indie sehari seminggu sebulan setahun perhari sejam mungkin agak cukup hanya masih begini begitu sangat terlalu paling kadang kadang-kadang sebentar selama sambil sejak ketika waktu saat setelahnya akhirnya awalnya biar supaya agar walau walaupun meski meskipun namun serta maupun tanpa antara kepada terhadap tentang mengenai seputar bagian
  kerja kerjaan kantor sekolah kuliah kampus kelas guru dosen murid siswa anak-anak keluarga ayah mama papa kakek nenek paman tetangga tamu pacarku mantan sahabat geng warga masyarakat pemerintah negeri kota desa kampung jalanan rumahku kamar dapur toilet pasar mall warung restoran kafe cafe hotel bandara stasiun terminal
  makanan minuman nasi ayam ikan sayur buah kopi teh susu gula garam roti kue mie bakso sate soto rendang sambal cabe cabai baju celana sepatu tas topi kaos jaket gamis hijab skincare kosmetik parfum dompetnya hape handphone laptop komputer kamera televisi radio motor mobil sepeda kereta pesawat bensin
  senang sedih marah takutnya malu bangga capek lelah sakit sembuh sehat kuat lemah pintar bodohnya rajin malas baik buruknya besar kecil tinggi rendah panjang pendek lebar sempit tebal tipis berat ringan panas dingin hangat basah kering terang gelap bersih kotor penuh kosong keras lembut manis asin pahit pedas
  merah putih hitam hijau biru kuning coklat ungu oranye warna bentuk ukuran model motif merek merk brand logo desain ide tema judul caption hashtag tagar bio story-nya highlight followback algoritma engagement insight jangkauanku trending endorse endorsement paidpromote promosi iklan ads marketing campaign branding konten-konten kreator creator influencer selebgram youtuber tiktoker artis band musik lagu video klip film drama podcast siaran
  lihatlah dengar rasa raba pegang bawa antar jemput datang pergi pulang duduk berdiri lari lompat naik turunlah masak cuci mandi bangun tidurnya mimpi hidup mati lahir tumbuh main mainan belajar mengajar membaca menulis menggambar menyanyi menari bekerja istirahat liburan jalan-jalan olahraga futsal badminton
  tentu pasti jelas benar-benar sungguh setidaknya hampirnya kebanyakan beberapa sebagian-nya seluruhnya sendirian bersama berdua bertiga pertama-tama selanjutnya berikutnya terakhirnya lanjutan akhir-akhir minggu weekend weekday tahunan bulanan mingguan harian
  maksimalnya-sih kayaknya kyknya kyk kek kyak kyaknya keknya sepertinya kynya gitu gitulah gitusih gini ginian gituan begituan anu apalah entah entahlah pokok intinya singkatnya jujur serius bercanda becanda canda guyon iseng nekat bosen bosan gabut santai sans slow kalem tenang panik heran kaget
  buset busyet waduh walah aduhh ampun yaampun astagfirullah astaghfirullah alhamdulillah subhanallah masyaallah insyaallah insyaalloh inshaallah bismillahirrahmanirrahim aamiin amin amiin
  pake pakenya yaudah yauda yodah ywdh sebnernya sbenernya sbnrnya aslinya fungsinya gunanya manfaat manfaatnya kegunaan efek efeknya dampak akibat hasil hasilnya bukti-bukti alasan sebab karenanya makanya mangkanya soale soalnya
  chance villa bali jakarta bandung surabaya medan jogja yogyakarta semarang makassar palembang denpasar canggu
  malah malahan ramah sopan puas ngaco ngawur kacau berantakan laku sekaligus ppn muter loading blank
  tertarik menarik ketarik kembalian berlanjut terbuka perjalanan pelajar kebenaran terakhir-akhir
  gampang gampangan lumayan mayan banget2 kerasa terasa ngefek kalem jarang rutin khusus umum biasa2 resmi palsu abadi tembak nonstop serentak barengan massal
  think know knew knows thought believe feel felt tell told said say says see saw seen hear heard come came went gone make made give gave given put keep kept leave left start stop turn run move play live work try use using used call called ask asked answer answered open close
  people person man woman men women boy girl friend friends family home house place world country city street school company business store market life story idea question problem part thing things something anything everything someone anyone everyone week month year night today tonight again always never sometimes often usually already almost enough quite rather really maybe perhaps probably actually just even still also too only both each every few several most least same different own such first last next long short big small large little high low early late young old right wrong true false free full empty ready sure able happy sad sorry fine great nice best better worse worst hard easy simple possible important special main whole real clear certain
  could would should might must shall cannot because although though while until since before after during without within between among through across along around near far above below under upon toward towards against instead otherwise however therefore
  januari februari maret april juni juli agustus september oktober november desember ramadan ramadhan puasa imlek nyepi waisak lebaran idul fitri adha tahunbaru valentine
  pelihara kucing anjingku burung ikannya tanaman bunga pohon laut pantai gunung sungai danau hutan sawah kebun taman langit matahari bulannya bintangnya awan hujannya angin petir banjir gempa
  coba-coba tanya-tanya lihat-lihat cek-cek mau-mau tahu-tahu tiba tiba-tiba mendadak spontan sengaja terpaksa terserah-deh kasihan kasian tega rela ikhlas semangat fokus niatnya yuhuu asik asyik asek seru rame ramenya sepi sunyi
  mundur maju belok lurus kiri-kanan berhasilnya sukseslah gagalnya cobalah semoga moga mudah-mudahan mudah susah sulit ribet repot gampangnya praktis rumit
  macet maret senja`.split(/\s+/),
)
