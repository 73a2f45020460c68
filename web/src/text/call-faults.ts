// Refusals of chats and items in words, by the server's code.
export const callFaults = {
  id: {
    needsMessage: 'Pelanggan belum dijawab. Kirim pesan dulu.',
    text: 'Tulis balasannya dengan kata, paling banyak 2.000 huruf.',
    lettersWaiting: 'Terlalu banyak pesan yang belum terkirim. Tunggu sebentar.',
    noMoneyBack: 'Belum ada uang yang kembali ke saldo pelanggan ini. Kembalikan dulu.',
    noOrder: 'Tidak ada pesanan yang sudah di panel.',
    refillState: 'Pesanan ini belum selesai, jadi belum bisa direfill.',
    refillLate: 'Masa garansi pesanan ini sudah lewat.',
    refillUnder: 'Refill pesanan ini masih berjalan di panel.',
    refillAsking: 'Panel sedang ditanya untuk refill ini. Coba lagi sebentar lagi.',
    refillRefused: 'Panel menolak refill pesanan ini.',
    refillUnknown: 'Jawaban panel tidak terbaca: refill mungkin sudah tercatat. Cek di panel dulu.',
  },
  en: {
    needsMessage: 'The customer has no answer yet. Send a message first.',
    text: 'Write the answer in words, 2,000 characters at most.',
    lettersWaiting: 'Too many messages are waiting to be sent. Wait a moment.',
    noMoneyBack: "No money has come back to this customer's saldo yet. Give it back first.",
    noOrder: 'There is no order that a panel has taken.',
    refillState: 'This order is not finished, so it cannot be refilled yet.',
    refillLate: 'The guarantee of this order has ended.',
    refillUnder: 'A refill of this order is under way at the panel.',
    refillAsking: 'The panel is being asked for this refill. Try again in a moment.',
    refillRefused: 'The panel refused the refill of this order.',
    refillUnknown: "The panel's answer could not be read: the refill may have been taken. Look there first.",
  },
}
