// How people write the shop's everyday words: slang, short forms, English, Javanese, Sundanese, voice-to-text → one plain form each.
// A data table; `_` stands for a space within a form of several words. Platforms and kinds are in vocabulary.ts.
import { MORE_FORMS } from './words-regional.ts'

/** `plain: other forms`. The plain form stands for itself as well. */
const FORMS = `
tidak: ga gak gk g nggak ngga gx enggak engga nda ndak tdk tak kagak kaga ora mboten teu henteu not no nope nop gada_niat dont don't doesn't doesnt isnt isn't moal dereng_purun nggih_mboten didn't didnt won't wont emoh wegah ogah gamau
tiada: gada gaada ga_ada gak_ada nggak_ada ngga_ada tidak_ada tdk_ada gk_ada
belum: blm blum blom belom belon blon durung not_yet lom haven't havent hasn't hasnt can't_see dereng tacan teu_acan not_yet
sudah: udah udh sdh dah uda wis wes already sampun ud udahan? sudahkah atos geus uwis uwes wus has_been i've we've tos
berapa: brp brpa brapa berapaan brpan brapaan piro pira sabaraha how_much how_many berpa brape berape sapiro berapakah
mau: pengen pingin pengin pgn mo want wanna arep hoyong ingin minat kepengen ingn mw pgen would_like i'd_like mauu
butuh: perlu need perlukah
beli: buy purchase tuku meser checkout beliin bli membeli belikan get
pesan: psn order pesen memesan mesen ordr odr pesenin orderin
pesanan: orderan pesanannya orderannya ordernya pesananku orderanku orders psnan pesenan psanan orderanq ordered
bayar: byr bayr pay mbayar bayarin dibayar membayar pembayaran payment bayarnya byar bayarr kebayar bayare
transfer: transferred transfered tf trf transferan tranfer trasfer tfan transfernya ditransfer mentransfer ditf ditransfer nge-tf tfnya
lunas: paid lunasin
bagaimana: gimana gmn gmna bgmn piye kumaha how gimn gmana bgaimana gimanakah how's hows pripun
kapan: kpn when kapankah iraha
kenapa: knp mengapa why nape naha ngopo napa
apa: opo naon what whats what's apaan apah apaan_tuh
apakah: apkh
mana: endi where mna dimana which manakah
yang: yg yng sing nu ygg
saja: aja ae wae ajah doang only just sj aj jae jha
kalau: klo kalo kl klu if misal misalnya klau kalok lamun nek seumpama kalaw upami
sama: sm ama same podo sami sareng
dan: and plus sarta
atau: ato or atw
tapi: tp tpi but tetapi tpii
bukan: bkn not_the sanes dudu
jangan: jgn ojo jangn ulah
jadi: jd jdi dadi janten sido sios
ganti: ubah rubah ganti_ke change edit tukar diganti gantiin update ngubah ubahin mengubah mengganti gnti replace switch ganteni
salah: slh wrong keliru
maksud: maksudnya maksud_saya maksudku mksd mksdnya i_mean
eh: eeh ehh oops ups
ralat: koreksi revisi
dapat: dpt dapet oleh get_how dptnya kenging got gotten
lagi: lg lgi again maning deui
lain: lainnya yang_lain lain-lain other others liyane liane sanesna laen
makasih: terima_kasih terimakasih mksh mksih makasi tq thx thanks ty suwun nuhun hatur_nuhun matur_nuwun maturnuwun tengkyu trims thank_you thank tks makaci maacih makasiih trimakasih tankyu thankyou matur_suwun hatur_nuhun nuhun_pisan
halo: oi oy hallo hello hi hai hay hey helo alo hei haii hy hola hlo halow helloo sampurasun rahajeng horas swastiastu shalom syalom wilujeng howdy
assalamualaikum: asalamualaikum assalamu'alaikum samlekom aslm assalamu_alaikum asslamualaikum askum salam ass
pagi: good_morning selamat_pagi met_pagi morning enjing enjang gm sugeng_enjing
siang: good_afternoon selamat_siang met_siang
sore: selamat_sore met_sore sonten
malam: good_evening selamat_malam met_malam mlm night dalu wengi sugeng_dalu
permisi: punten misi permsi kulonuwun nuwun_sewu kulo_nuwun numpang_tanya
ya: of_course sure certainly iya y yes yep yup yoi iye iyah yess yeah yea yah iyaa ho'oh heeh hooh nggih inggih enggeh muhun iyo yo ye yaa yaps yap yha iyap heem he'em heeh he'eh ho_oh hooh_ya enya enggih sumuhun iyap ya_udah yaudah yowis yawis yaudahlah ya_sudah
ok: oke okay okey okeh oks okk okie okk oki okedeh k_ok okey_dokey
sip: siap sipp siip sippp siap_kak siapp sep
gas: gass gaskan gaskeun gasken gaskuy gaspol gaz gasss hajar sikat cus cuss cusss capcus bungkus gasin bungkuss sikaat
lanjut: lanjutkan lanjutin lnjt proceed go_ahead continue teruskan terusin lanjuut lanjot go lanjutkeun teraskeun
setuju: deal acc approve approved agree agreed setujui sepakat
benar: looks_good look_good betul bener bnr btul correct right leres bner benarkah
boleh: blh bole bolehlah
bisa: bs bsa can biso iso tiasa bisakah could
proses: prosess process diproses prosesin prosesnya proseskan memproses
konfirmasi: confirm confirmed konfirm konfirmasikan
batal: cancel batalin batalkan dibatalkan canceled cancelled btl membatalkan batlkan cancle cencel batalin_aja cancelin kensel
stop: berhenti setop hentikan udahan
kirim: send kirimin kirimkan krm krim dikirim kirm mengirim kirimi sent
ulang: ulangi repeat ngulang diulang ulangin
minta: mnta request nyuwun menta mintak
tolong: tlg tolongin please pls plis plz tulung plisss mohon mhn
cek: check chek ngecek dicek cekin ceck ngechek cekkan cekk follow_up followup lacak track
status: statusnya setatus statu progress progres any_update any_updates
saldo: saldonya balance saldoku sldo deposit_saya balance
riwayat: history histori riwayatnya hystory rwyt riwyat
harga: price harganya hrg hrga regane rego pricing tarif tarifnya biaya biayanya hargany hargana pangaos cost costs hargaa hargae
daftarharga: pricelist price_list pl daftar_harga list_harga harga_list listharga
murah: mrh murce murcee cheap murahan muraah mirah merah_murah irit ekonomis murmer
termurah: paling_murah paling_murce plg_murce paling_mrh plg_mrh paling_murmer cheapest plg_murah termurahnya paling_mura pling_murah paling_mirah most_cheap lowest_price murah_sendiri paling_irit paling_ekonomis
mahal: expensive larang mhal kemahalan awis mahall kemahalen
nego: nawar tawar negotiable nego_dong ditawar
diskon: discount potongan promo korting disc promonya diskonnya kurangin kurangi
garansi: guarantee warranty garansinya bergaransi bergaransinya grnsi garnsi guaranteed grs garansian
refill: refil rifil reffil refillnya refilnya isi_ulang refiil refile ref diisi_ulang ngisi_ulang isi_ulangnya
klaim: claim klaimnya clem ngeklaim mengklaim klem
drop: ngedrop droop nge-drop dropp turun turunan ngurang berkurang susut unfollow ngilang anjlok mudun dropped dropping turunnya menurun
hilang: ilang hilangan lost lenyap ical disappeared disappear vanished gone
lama: lma lamaa lambat lelet lemot suwe lami slow lamban
cepat: cpt cepet fast cepetan gercep kilat quick instant instan gancang ngebut
kecepatan: speed speednya kecepatannya
menit: mnt minute minutes menitan
jam: hour hours jm
hari: day days hr harian
bulan: bln month months
minimal: minim minimum minimalnya minimumnya mnimal paling_sedikit sedikitnya minimalkan min_order minorder min_pembelian min_beli minnya mininal seminimal plg_dikit paling_dikit paling_dikitnya dikit-dikitnya terkecil paling_kecil smallest
maksimal: max maks maximum maximal maxnya maksimum maksimalnya paling_banyak maximalnya makimal maxs mentok mentokin maksimalin sebanyak-banyaknya sebanyak2nya semaksimal full
jumlah: jml jumlahnya quantity qty jmlh jumblah kuantitas amount jumlh
link: linknya lnk tautan url url-nya linkny linkk alamat
username: usn usernamenya user_name uname usernameku nama_akun userid
akun: account acc_saya akunku akunnya akunya accountnya
profil: profile profilnya propil pp_akun
produk: product produknya barang layanan jasa service services products item prodak
katalog: catalog catalogue katalognya
menu: menunya
daftar: list listnya
jual: jualan sell sedia nyediain menjual dijual jualnya
lihat: liat see show tampilkan lihatin tampilin ningali tingali delok ningal
cari: nyari mencari look_for looking_for find cariin milarian golek
pilih: pilihin milih memilih choose pick select pilihan saya_pilih plih
ambil: take ngambil ambilin
nomor: nmr nomer number nomornya nmor nomer_nya num
pertama: first kesatu kahiji kaping_pisan 1st
kedua: second kadua 2nd
ketiga: third katilu 3rd
keempat: fourth 4th
kelima: fifth 5th
keenam: sixth
ketujuh: seventh
kedelapan: eighth
kesembilan: ninth
kesepuluh: tenth
terakhir: last akhir trakhir bontot buncit pungkasan paling_akhir
teratas: paling_atas plg_atas yang_atas top_one paling_luhur di_atas_sendiri top_one
terbawah: paling_bawah plg_bawah yang_bawah bottom bawah_sendiri
admin: mimin admint atmin adminnya
cs: customer_service cs-nya csnya operator costumer_service custumer_service agent
manusia: human real_person orang_asli person humans manusianya
bicara: ngobrol ngomong talk speak chat bicarakan chattan nanya bertanya hubungi kontak contact menghubungi sambungkan hubungin sambungin disambungin sambungkan dihubungi
kecewa: disappointed kecewaa nyesel zonk kapok
penipu: penipuan scam scammer nipu tipu ditipu menipu bohong boong tukang_tipu scamming tipu-tipu kibul
aman: safe secure amankah aman_kah safety
bahaya: risiko resiko berbahaya banned diblokir kebanned ban suspend shadowban shadowbanned suspended tersuspend suspen
password: pass_word kata_sandi sandi passwordnya pw
uang: duit duwit money dana_saya artos fulus uangnya duitku uangku duitnya kantong dompet isi_dompet kantongku
kembali: balik balikin refund kembalikan dikembalikan uang_kembali refundnya direfund
topup: top_up isi_saldo deposit depo deposito topap isisaldo depo_saldo ngisi_saldo add_saldo tambah_saldo deponya
tarik: withdraw wd narik cairkan cairin tarikan withdrawal tarik_saldo pencairan tariksaldo mencairkan wede wd-in take_out cash_out cashout ambil_uang
bahasa: language basa bahasanya
inggris: english ingris
indonesia: indo indonesian indonesa indonesiaa idn indon indonesian_only
qris: qr barcode barkod qrcode qr_code qrisnya qrnya qriss kode_qr kodeqr barcodenya kris
tagihan: bill invoice tagihannya billing struk
bukti: proof screenshot ss bukti_tf buktinya
masuk: msk masuknya kelebet diterima arrive mlebu asup nyampe sampai sampe lebet mlebet received arrived mlebet
selesai: beres kelar done finish finished complete completed rampung slesai slese anggeus
nambah: tambah bertambah naik increase nambahnya add
rusak: error eror gangguan bermasalah trouble broken masalah problem kendala
kurang: krg less kurang_dari kurangnya
beda: bedanya perbedaan difference perbandingan bandingkan bandingin compare perbedaannya bedane different
bagus: bagusan good better bgs best terbaik kualitas quality recommended rekomendasi rekomen mending mendingan apik sae alus
real: asli akun_asli human_asli organik organic riil tulen
bot: robot bots
permanen: permanent lifetime selamanya seumur_hidup seumurhidup forever salawasna
campuran: mix campur mixed mixture
premium: prem premiumnya
detail: deskripsi description detailnya rincian keterangan penjelasan info infonya detil informasi jelasin jelaskan penjelasannya explain
contoh: example contohnya misale
cara: caranya tutorial how_to carane tata_cara langkah prosedur
nanti: ntar nti later tar besok mengko engke isuk tomorrow
tunggu: wait bentar sebentar bntr sebentarr nunggu nungguin tggu hold_on sakedap sekedap menunggu waiting sek sik
dulu: dl dlu duluu first_dulu heula
sekarang: skrg skrng now saiki sekarng skr ayeuna
semua: all semuanya semuany sadaya kabeh seluruh
banyak: many byk bnyk bulk akeh loba
budget: bajet bujet modal anggaran dana_cuma budgetnya bugdet budged punya_uang punya_duit ada_uang duit_saya
rupiah: rp idr rupiahnya rph
setengah: half stengah setengahnya satengah separuh separo separuhnya separonya sepalih satengahna
saya: aku ak gue gw gua ane i me my sy q inyong abdi kulo urang sayah mine i'm im kulo kula dalem my_own
ini: iki ieu this ini_ya nih ni ini_kak
itu: iku eta that itu2 tuh tu itu_ya
ada: ad have has is_there are_there do_you_have avail available tersedia ready redi ono aya ada_ga adakah
untuk: utk buat for bwt kanggo jang untk
dari: dr from saking ti
ke: to kepada
dengan: dg dgn with pake pakai pk pke menggunakan using via lewat nganggo use
dong: donk dunk
deh: dehh dech
sih: sii
kan: khan
kok: koq
lho: loh lo
tanya: nanyak question ask pertanyaan
coba: try cobain
banget: bgt bngt bangeet very so_much pisan really sangat bingits
mohonmaaf: maaf sorry sori maap mf punten_maaf mohon_maaf hapunten
tadi: td barusan baru_saja baru_aja just_now tadii mau_tadi nembe
kemarin: kmrn kemaren yesterday wingi kamari last_time wingenane previously before sebelumnya dulu_itu
pernah: prnh
langganan: subscription
hitung: total totalnya
gratis: free gratisan percuma haratis
ayo: yuk yuks hayuk let's lets hayu yok monggo mangga sok cekidot
selamat: sugeng met
jalan: started running mlampah mlaku jalannya berjalan lumpat
telat: late terlambat telatnya
seperti: kyk kyak koyo kados saperti sapertos kayak kaya kek
biasa: usual biasanya biasane
owner: bosnya bossnya juragannya ownernya pemiliknya pemilik
panggil: panggilin panggilkan panggilan call dipanggil panggilno
balas: bales dibales balesin reply jawab dijawab dibalas respon respons
buka: open opened bukanya
tutup: closed
dipakai: dipake kepake kepakai terpakai digunakan
seperempat: quarter
tengah: ditengah middle tengahnya tengah-tengah
setelah: sesudah sehabis abis habis_ini habis_itu
hutang: utang ngutang
testimoni: testi testimonial testimonials testimoninya testinya
pelan: pelan2 pelan-pelan perlahan slowly gradually dikit2 dikit-dikit sedikit-sedikit dikit_dikit sedikit_demi_sedikit
mulai: begin
bingung: confused bingungg
paham: ngerti mengerti understand faham mudeng ngarti
terima: accept accepts nerima menerima
rugi: dirugikan merugikan rugii
kemana: kmana ke_mana
yakin: sure_kok
sendiri: sndiri custom kustom
acak: random rendom
`

/** `plain form ← other form`, forms of several words apart. */
export type Forms = { words: Map<string, string>; phrases: Map<string, string> }

const parse = (table: string): Forms => {
  const words = new Map<string, string>()
  const phrases = new Map<string, string>()
  for (const line of table.trim().split('\n')) {
    const [plain = '', others = ''] = line.split(':', 2)
    words.set(plain, plain)
    for (const form of others.trim().split(' ').filter(Boolean)) {
      if (form.includes('_')) phrases.set(form.replaceAll('_', ' '), plain)
      else if (!words.has(form)) words.set(form, plain)
    }
  }
  return { words, phrases }
}

const BASE = parse(FORMS)
export const FORM: Forms = parse(FORMS + MORE_FORMS)

/** Too many, and too short, to guess typing errors by: "emang" is not the Javanese "etang". */
export const NEVER_GUESSED: ReadonlySet<string> = new Set(
  [...parse(MORE_FORMS).words.keys()].filter((word) => !BASE.words.has(word)),
)

/** What people call the one they write to, and words that carry nothing. */
export const ADDRESS = new Set(
  'kak kakak ka nak le nduk lae ito mbah eyang simbah pakde bude bapak ibu ibuk bapa mamang ujang jang teteh teh aa aak eceu nok cak ning rek lur lek dab puh suhu koh cece cici koko encik tuan puan akang kakek mbakyu kangmas uni ajo uwak bli gek daeng sanak akak abangku adik dik bosku bossku bosque bossque ndoro bestie besti bun umi abi ayah jon bray brader ges kaqa qaqa kakk sista min mimin bang bg abang gan agan sis sist bro brow bos boss om mas mbak mba pak bu bund bunda cuy lur lek ndan kk qaqa beb say mang kang teh neng sob guys sir miss dear kaka gaes juragan'.split(
    ' ',
  ),
)
export const FILLER = new Set(
  'dong deh sih kan kok lho lah nah gitu ini itu yang the a an is are am do does did please tolong nya tu kah pun eh hm hmm hmmm oh ooh wah nih toh mah euy atuh be it there your you kamu anda kalian dulu coba untuk ke di dari dengan juga jg pula begitu sekali banget ya saya kita kami saja sekarang'.split(
    ' ',
  ),
)

/** Numbers in words: Indonesian, English, Javanese, Sundanese and the market's. */
export const UNITS: Record<string, number> = Object.fromEntries(
  `nol 0,satu 1,dua 2,tiga 3,empat 4,lima 5,enam 6,tujuh 7,delapan 8,lapan 8,sembilan 9,sepuluh 10,sebelas 11,seratus 100,seribu 1000,sejuta 1000000,
  siji 1,rong 2,telung 3,patang 4,limang 5,pitung 7,wolung 8,sangang 9,loro 2,telu 3,papat 4,limo 5,enem 6,pitu 7,wolu 8,songo 9,sanga 9,selawe 25,seket 50,satus 100,rongatus 200,limangatus 500,sewu 1000,rongewu 2000,telungewu 3000,limangewu 5000,limaewu 5000,sepuluhewu 10000,
  limalas 15,noceng 2000,jigo 25,nopek 200,pego 150,rolas 12,pitulas 17,hiji 1,tilu 3,opat 4,genep 6,dalapan 8,salapan 9,sapuluh 10,saratus 100,sarebu 1000,serebu 1000,sajuta 1000000,
  setunggal 1,sak 1,se 1,kalih 2,sekawan 4,gangsal 5,nem 6,sedasa 10,sewelas 11,telulas 13,patbelas 14,limolas 15,nembelas 16,wolulas 18,sangalas 19,selikur 21,salawe 25,
  sewidak 60,suwidak 60,swidak 60,rongpuluh 20,telungpuluh 30,patangpuluh 40,limangpuluh 50,pitungpuluh 70,wolungpuluh 80,sangangpuluh 90,
  telungatus 300,patangatus 400,nematus 600,pitungatus 700,wolungatus 800,sangangatus 900,patangewu 4000,nemewu 6000,pitungewu 7000,wolungewu 8000,seketewu 50000,satusewu 100000,
  ciek 1,duo 2,tigo 3,ampek 4,anam 6,tujuah 7,sambilan 9,sapuluah 10,saratuih 100,saribu 1000,sabelas 11,sabaleh 11,
  sapek 300,lakpek 600,pekgo 150,jicap 20,sacap 30,cepe 100,gopekceng 500000,cepekceng 100000,duabelas 12,tigabelas 13,empatbelas 14,limabelas 15,tigapuluh 30,empatpuluh 40,empatratus 400,
  thirteen 13,fourteen 14,sixteen 16,seventeen 17,eighteen 18,nineteen 19,zero 0,one 1,two 2,three 3,four 4,five 5,six 6,seven 7,eight 8,nine 9,ten 10,eleven 11,twelve 12,fifteen 15,twenty 20,thirty 30,forty 40,fifty 50,sixty 60,seventy 70,eighty 80,ninety 90,
  cepek 100,gopek 500,seceng 1000,ceceng 1000,goceng 5000,ceban 10000,noban 20000,goban 50000,gocap 50,cetiau 1000000,duaratus 200,tigaratus 300,limaratus 500,duaribu 2000,tigaribu 3000,limaribu 5000,sepuluhribu 10000,duapuluh 20,limapuluh 50`
    .split(',')
    .map((pair) => pair.trim().split(' '))
    .map(([word = '', value]) => [word, Number(value)]),
)
export const SCALES: Record<string, number> = {
  belas: 10,
  welas: 10,
  baleh: 10,
  puluh: 10,
  ratus: 100,
  atus: 100,
  hundred: 100,
  ribu: 1000,
  rb: 1000,
  rebu: 1000,
  rbu: 1000,
  ewu: 1000,
  k: 1000,
  ribuan: 1000,
  rban: 1000,
  thousand: 1000,
  thousands: 1000,
  jt: 1_000_000,
  juta: 1_000_000,
  jutaan: 1_000_000,
  million: 1_000_000,
  mio: 1_000_000,
  mil: 1_000_000,
  ceng: 1000,
  yuta: 1_000_000,
  rewu: 1000,
  ribo: 1000,
  rebuan: 1000,
  rbuan: 1000,
  grand: 1000,
  dasa: 10,
  doso: 10,
  puluah: 10,
  ratuih: 100,
  ratusan: 100,
}
