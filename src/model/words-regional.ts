// More forms of the plain words: Javanese, Sundanese, Betawi, Malay, Minang, Batak, Banjar, Balinese, formal Indonesian, English and the
// chat's own spellings. Same shape as in words.ts: `plain: other forms`, `_` for a space.

export const MORE_FORMS = `
tidak: kgk gag gaa ngak ndk indak dk henteu hanteu inda kada ogak gakk enggk nga tidk sonde seng_ada ngk gga gax nehi tida tdak tydak tyda dont_want cannot can_not couldn't aren't aint
tiada: ora_ono ora_ana ora_enek teu_aya mboten_wonten nda_ada ndak_ada indak_ado kagak_ada enggak_ada gaono raono ra_ono euweuh weteh nothing_left
belum: tacan acan alun balun beluman blumm blem lum belm belun durong not_done has_not haven't_got
sudah: udeh udehan parantos entos ntos tlah telah udaah sudahh sdahh sudh sudha udha has_it_been has_it
berapa: pinten sabaraha sabarahaan sabarahaeun baraha barapo sapinten pirang barapa brppp sabarahanya piroan bara_harago brapah berapakh pirangan pintenan seberapa sebrapa brpaa
mau: hayang palay kersa kepingin kepengin kpgn pengenn pngn pngen kepinginan hendak bermaksud berniat bade badhe berkenan niat rencana planning gonna want_to wanna_get ingin_sekali kapengin pingen pengeen nk
butuh: peryogi butuhkeun mbutuhin butuhna ngabutuhkeun membutuhkan memerlukan require requires perlukan butuhin
beli: tumbas numbas ngaborong borong ngeborong meuli galeuh ngagaleuh mundut mundhut tukokno blanja belanja bli bly ngebeli mbeli nge_beli dibeli membelikan to_buy buying nak_beli purchased nempah_beli
pesan: ngorder nge_order psan mesenin pesankan memesankan orderin nak_order to_order ordering psenn
pesanan: orderanku orderane orderanana pesenane pesenanana pesananmu pesananana orderannyaa pesanannyaa order_an
bayar: mayar bayaran byran byrannya byarannya bayarannya bayarane mbayare pembayarane pembayaranna ngebayar byrr bayarrr dibyr bayaranku settle pay_up paying
transfer: tranferan transferin transferkan trasnfer tfin trff tranfr transper
bagaimana: kepiye kados_pundi kadospundi kumahaan camano caranyo gemana gimane bijimane bagimana bgm piyene piyee gimanaa gmanaa macam_mana camana mcm_mana cmn pegimane pigimana begimana
kapan: pabila bilo kpan kapann how_soon when's
kenapa: kunaon baa_kok nape kenapakah knpa napae mengapakah ngapa dek_opo apasal how_come kunaha
apa: apaa ape apo punapa punopo
mana: ndi pundi mane manakah nu_mana di_mana dmn dmana kat_mana nang_endi ning_endi neng_endi ngendi dima where's wheres whereabouts
yang: ingkang yank yg2 ygg2 yng2
saja: wae bae baen mawon mawoen jak sajo wungkul hungkul ajaa wungkulan dowang doank sje jer sahaja thok
kalau: mun menawi manawi kalok jiko jikalau apabila andaikata umpami kaluak lw klow bilamana
sama: jeung kaliyan karo ambek ambe mbek samo bareng
dan: lan serta
atau: utawi utawa atawa ataw otwa
tapi: nanging tapina namun
bukan: dudu sanesna
jangan: ojok tong entong jgnlah jangn jng jngan
jadi: dados jadine
ganti: gentos gantos robah robih ngarobah tuker tukeran gantian gantikan digentos menukar ngubah rubahan modif modify ngerubah merubah tukerin tukar_ke salin_ke digantiin digantian gantiinnya
salah: kliru lepat klentu typo saltik keliruan salahh mistaken incorrect
dapat: angsal meunang entuk pikolih mendapat mendapatkan dapetin dapatnya dapek
lagi: maneh melih malih baliak lagii
lain: liyane_wae sejen sejenna laine lainnyo lian alternatif alternative laen_laen opsi_lain what_else anything_else something_else others_pls
makasih: tararengkyu tengs suwon swun kesuwun kesuwon suksma suksme matur_suksma tarimo_kasih trimo_kasih terimo_kasih makaseh timakasih tengkiu tenkyu arigato gracias syukron jazakallah jazakumullah mauliate kurru_sumange maaciw maaci maaciiw macih mksiih tencu tencuu thanx thankss thnks tengss thank_u thankyu thx_u tabarakallah barakallah barokallah nuhunpisan matur_sembah_nuwun makasihh makasyi makasi_banyak terimakasi trimakasi trims_ya thankuu appreciate appreciated cheers danke merci
halo: hae hallu haloo haluu alow alo_alo salamlekum mejuah-juah njuah-juah tabik ellow sup wassup greetings heyy hellooo hii ola
assalamualaikum: mikum samlikum assalamuallaikum assalamualaykum assalaamualaikum assalamu'alaykum asalamu'alaikum assalamuaikum aslmkm asslmkm assalam walaikumsalam waalaikumsalam waalaikumussalam asalam
pagi: enjing-enjing pagii pagee mornin moning
malam: malem mlem
siang: siangg
permisi: ngapunten nyuwun_sewu amit spada excuse_me permios ijin izin_tanya ijin_tanya permission
ya: heueuh yoa yoii yups iyes yess yuhu iyolah yolah yakk yak nggeh njih injih inggeh iyak enggeh yoi_bos aye iyho iyh iyaah
ok: okeh okie_dokie okelah okedeh okdeh okayy okai oksip oksiip okee oklah okce oce okelaah oklh okok oka okei oqe okkk okiee alright
lanjut: lajeng lajengkeun lajengaken teruskeun terusno lanjutno lanjutke lanjutaken lnjut lanjt lanjutkn lnjutkan lanjutt teruskanlah lanjutlah lanjutin_aja go_for_it keep_going lanju lanjtu do_it lets_do_it let's_do_it budal budalno budhalno mangkat
benar: bnrr betoi betol tul beneur akur betulin_dong tepat
setuju: satuju mufakat agreeable
sip: mantul mantap_jiwa sippo sipdeh siplah
batal: urung wurung bolay batalno batalke batalkeun batall cancell cancelkan gagalin gagalkan urungkan kancel cansel batali scrap_it call_it_off kensel_aja abort
stop: eureun mandeg hentiin dihentikan disetop distop stopin berenti brenti brentiin halt liren
lupakan: forget_it never_mind nevermind nvm lupakeun lupain lalekno
kirim: ngirim kirimno kirimke kirimkeun ngirimkeun krimin kirimlah hantar kirimaken dikirimi dikirimin
minta: nyuhunkeun jaluk njaluk mintak minto demand nyuhun
tolong: tulungi mugi tolongg harap mohon dimohon diharap mohonlah kindly pliss pleasee plss sudilah tlng tulong
cek: priksa pariksa periksa mriksa memeriksa diperiksa cekkeun cekna semak pantau monitor ceken chekin cekno
saldo: baki saldone saldoe saldona balanceku
riwayat: rekap rekapan rekapitulasi rangkuman catatan_pesanan arsip rekapin
harga: hargo hargone hargana ragane hrgnya hrgny brp_harga harganyo hargee harganye ongkos ongkosnya harago haragonyo hargonyo regi reginipun tarip ongkose bandrol banderol dibandrol harganyaa
murah: mirah mure murahh muree mureh harga_miring terjangkau affordable miring
termurah: paling_mure pling_murah most_affordable murah_dewe palingmurah
mahal: awis mahalan larange mehel mihil pricey costly
nego: nganyang anyang tawaran nawarin
diskon: diskonan diskonnyo
garansi: jaminan jaminannya dijamin grns garanti garansine garansina bergaransinyo warranted
refill: tambal tambalin ditambal nambal pengisian_ulang isi_lagi diisi_lagi diisiin isiin_lagi digantiin_baru disi_ulang disi_lagi diisi_kembali ngisi_lagi isi_kembali refillan rifill rifilan refillkan direfill re_fill refillable
klaim: ngaklaim claimm klaimin nge_klaim
drop: merosot rontok berguguran nyusut kempes melorot ngirangan ngurangan sudo brodol mbrodol jeblok unfollowed berkurangan ambles anjlog lungsur pada_unfollow nurun kurangan gugur
hilang: ngilang leungit raib musnah lesap ilangg ilange kabur_semua pada_kabur ngabur lenyapp missing
lama: lila lamaan lemott lelettt lamo lama2 lilana suwi
cepat: enggal rikat cepet2 kilattt laju lajunya ekspres express buru-buru buruan cepett sat_set satset cepat_kilat rapid faster fastest speedy cepetin
minimal: saeutikna paling_saeutik paling_sethithik sethithike sekurang-kurangnya sekurangnya minimale minimalna seminim paling_kurang at_least minim_beli paling_sikit palingsedikit smallest_amount lowest_quantity
maksimal: paling_akeh maksimale maksimalna paling_loba paling_seueur sakeh-akehe at_most maksimum_nya paling_ramai paling_mentok upper_limit
akun: akune akuna akaun akunmu akunq
profil: propilna profilku
jual: ngical icalan sade sadean dodol dodolan adol jualin dagang menyediakan menyediain nyediakeun ngajual jualna menjualkah nyediainnya nawarkeun carry_any stock diical dical
lihat: nempo ndeleng mirsani neuleu noong tengok tengok2 liyat liatt lihatkan liat2 nengok ndelok browse browsing
cari: neangan pados golekno mancari search searching cariik nyarii nyariin looking nyari2
pilih: pilihlah milihan pileh
ambil: njupuk jupuk pundut candak nyandak ambiak nyokot cokot ambillah
nomor: nomere nomerna nombor nmer nomorr nomore
pertama: kapisan kaping_siji partamo first_one ka_hiji ke_satu
kedua: kaloro kapindo kaduo kaping_loro kaduana second_one ka_dua ke_dua
ketiga: katelu katigo kaping_telu third_one ka_tilu ke_tiga
keempat: kapat kaopat kaampek kaping_papat ka_opat ke_empat
kelima: kalima kalimo kaping_limo ka_lima ke_lima
terakhir: pamungkas keri_dewe panungtung pandeuri buntut penghabisan paling_buncit paling_ujung pungkasane paling_buntut last_one paling_pungkas
teratas: paling_dhuwur nduwur_dewe dhuwur_dewe pangluhurna atas_sendiri paling_nduwur duwur_dewe pucuk
terbawah: ngisor_dewe paling_ngisor paling_handap panghandapna bawah_dewe handap_pisan
admin: minmin adminne atmint admn staf staff petugas pegawai karyawan adminku aadmin adimin
cs: custserv costumer_servis kastemer_servis customer_servis customer_support support_team helpdesk
manusia: orang_beneran jalma wong_tenan uwong manungsa actual_person live_agent
bicara: omong omongan nyarios nyarita sanjang guneman cakap bercakap bersembang sembang disambungkan menyambungkan berbicara berbincang curhat konsul konsultasi telpon telepon nelpon nelepon telponan telp vc videocall dihubungkeun
kecewa: gelo kuciwa menyesal kzl kesel kesal jengkel kuciwo unhappy
penipu: ngapusi diapusi nipuu tipuan bokis ngibul kibulin tukang_ngapusi abal abal2 abal-abal tipu2 penipuann fraud ripoff
uang: duite duwite duwitku duwitmu duitna yatra doku pitih hepeng wang uang_saya duit_gue duit_gw duit_jajan uang_jajan duid duwid arto artone artona
kembali: balikkan baliin balekno balikno balikkeun mulangkeun uwih
topup: tup_up topp_up top-up topupin ngisi_deposit isi_deposit nambah_deposit tambah_deposit depositin setor_saldo setor top_upin tambah_baki isi_baki nambah_baki ngisi_baki tambah_nilai tambahkan_nilai
tarik: keluarkan_saldo keluarin_saldo pencairan_saldo cairno narik_duit tarik_duit tarik_uang narik_saldo tarik_dana narik_dana penarikan penarikannya withdrawn keluarkan_semua keluarkan_duit keluarkan_wang wd_saldo wdin nyairin nyairkan
bahasa: basane lengguage languages bahasane
inggris: inglis
qris: kode_bayar kode_pembayaran kode_qris kode_barcode qr_bayar qr_pembayaran kodebayar qrcode_nya
tagihan: bon invois invoicenya billingnya tagihane
masuk: mlebu manjing masuak masukk nyampai mlebune asupna kelebu landed gone_through went_through go_through come_through goes_through
selesai: rengse tuntas beresss kelarr sls rampunge completion wes_bar
nambah: tambih nambihan nambihin nambihe nambahi nambahin menambah menambahkan nambahkeun nambahno naekin nak_tambah tambah2 ditambahin ditambah nambahan nambahne ningkatkan meningkatkan boost boosting
kurang: kirang kirangan kurang2
bagus: becik rancak kualitasnya bagusss
real: aseli beneran nyata original ori genuine authentic bnran akun_beneran realnya asline
bot: bott botnya
permanen: langgeng salamina sak_lawase saklawase parmanen permanent_nya
banyak: akeuh seueur kathah banyakk buanyak bejibun banyakkk
sedikit: sitik saeutik sakedik sethithik sekedhik saketek sikit
budget: bajetku sangu budgetku budjet budgetan dananya modalku
saya: kuring aing awak ambo denai saye aye inyong enyong beta hamba ku aquh daku gueh gwe saia syaa aqu akuh
ini: niki meniko ikih ikii nie niih kie
itu: niku menika kuwi kae that's it's thats its
ada: wonten onok ado eksis adaa anok enek there's provide offer
untuk: kagem kanggo kangge nggo pikeun keur buwat
dari: tina drpd daripada
tanya: takon naros nanyo tangled nakok nanyain tanyo batanyo naroskeun
coba: cubo cubi njajal
banget: tenan temenan pol poll bangett bangget sanget bana
mohonmaaf: maafkan nyuwun_pangapunten pangapunten afwan sorryy soriii mahap maapin
tadi: tadinya waune bieu tadi2 just_before
kemarin: kemaren2 semalam kapungkur kemarin2 kamareng
pernah: nate penah prnh kantos
hitung: jumlahkan totalin totalne etang itung itungin diitung dihitung
ayo: hayuk hayo hayu_ah ayuk ayoo let_us
seperti: macam mcm kayak2
biasa: biasae biasana biasonyo the_usual
masih: isih taksih keneh mase msh masi masihh tasih
punya: duwe nduwe gaduh boga gadah ngagaduhan kagungan punyo gableg memiliki mempunyai dimiliki
seharusnya: harusnya mestinya kudunya kudune semestinya harusna should_be should supposed
tanggal: tgl tggl
takut: sieun wedi ajrih khawatir kuatir was-was cemas afraid scared worried sieunna
ampun: ya_ampun yaampun oh_my_god omg astaghfirullah astagfirullah
sisa: sesa turahan sesana sisane sisanya remaining left_over kari karine kantun
paling: pang plg paliang
bawah: handap handapna ngisor ngisore isor bawahan lowest
atas: luhur luhurna nduwur dhuwur duwur nduwure uppermost
buka: bukane bukana
tutup: tutupe nutup
kode: kodene kodenya kodena
fanspage: fans_page fan_page fanpages fanspagenya fanpagenya
owner: penjual penjualnya seller sellernya yang_punya_toko yg_punya_toko yang_jual yg_jual bakule juragane
lupa: kesupen hilap poho kelalen lali lupo forgot forget kesilep
paham: mudheng ngartos ngerteni faham_kah
tunggu: tungguin nungguan ngantos ngantosan antosan entosan dientosi tengga ngenteni enteni tunggulah tunggu2 sabar stand_by standby
nanti: mengke besuk sesuk mbesuk enjing_malih isukan jemah beko kapan2 kapan-kapan someday maybe_later
semua: sedaya sakabeh sakabehna kabehan kabehane sadonyo semuaa seluruhnya segala
cuma: mung ngan ukur cume cumo merely
jam: jams
hari: dinten dinteun poe hariannya seharian dino poe
cara: carana tatacara ways crnya cr crny caranyaa
apakah: naonkah
kebijakan: policy policies ketentuannya aturan_main
kartu: kad card kertu
laris: best-selling best_selling top_seller payu rame_dibeli paling_laku paling_laris paling_favorit paling_populer hits ngehits trending terlaku
pelan: alon alon-alon alon2 lalaunan laun lalon halon gradual
langsung: instantly immediately straightaway directly
telat: kasep kaliwat molor ngaret delay delayed
yakin: saestu yakinkah
komplain: komplen complain complaint complaints complaining keluhan protes ngadu mengadu aduan lapor_masalah komplainan
pending: pendinggg kepending tertunda nyangkut tersangkut nyantol kesangkut nggantung mandek mangkrak nyendat tersendat
ketahuan: ketauan ketawan kepergok dicurigai curiga mencurigakan ketara kentara
tahu: weruh nyaho
testimoni: testimonie testimonine feedback_pembeli
`

/** Short forms that stand for several plain words at once. */
export const SHORTHANDS: Readonly<Record<string, string>> = Object.fromEntries(
  `igf instagram followers, igl instagram likes, igv instagram views, igfoll instagram followers, igfol instagram followers, foligl instagram followers, iglike instagram likes, ttf tiktok followers, ttl tiktok likes, ttv tiktok views,
  ytv youtube views, ytl youtube likes, ytsub youtube subscribers, ytsubs youtube subscribers, ytwt youtube watchtime, fbf facebook followers, fbl facebook likes, fbv facebook views, tgm telegram members, telem telegram members, twf twitter followers, xfol twitter followers,
  gabisa tidak bisa, gbisa tidak bisa, gkbisa tidak bisa, gakbisa tidak bisa, gabs tidak bisa, gkbs tidak bisa, gamasuk tidak masuk, gaknambah tidak nambah, gapake tidak pakai, gapakai tidak pakai, gausah tidak usah, gakusah tidak usah, gosah tidak usah, gajadi tidak jadi, gakjadi tidak jadi, gjadi tidak jadi, gkjadi tidak jadi, rasido tidak jadi, gasido tidak jadi,
  gatau tidak tahu, gtau tidak tahu, gaktau tidak tahu, gangerti tidak paham, gaktahu tidak tahu, gabakal tidak bakal, gaakan tidak akan, udahbayar sudah bayar, udhbayar sudah bayar, dahbayar sudah bayar, blmmasuk belum masuk, belummasuk belum masuk, blmbayar belum bayar,
  brpharga berapa harga, brphrg berapa harga, hargabrp harga berapa, hrgbrp harga berapa, brplama berapa lama, minbrp minimal berapa, maxbrp maksimal berapa, mksbrp maksimal berapa, oknjut ok lanjut, oklnjut ok lanjut, oklanjut ok lanjut, oksiap ok siap, yalanjut ya lanjut, yaok ya ok, yoscus ya gas, gasya gas ya,
  dimana mana, dmn mana, wismasuk sudah masuk, udhmasuk sudah masuk, nonrefill tidak refill, nr tidak refill, norefill tidak refill, noref tidak refill, nongaransi tidak garansi, nogaransi tidak garansi, antidrop tidak drop, nondrop tidak drop, nodrop tidak drop, lowdrop tidak drop`
    .split(',')
    .map((pair) => pair.trim().split(/\s+/))
    .map(([short = '', ...words]) => [short, words.join(' ')]),
)
