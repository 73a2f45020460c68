// What the AI answers from: documents and the products on sale.
import { speak } from './index.ts'

const id = {
  hint: 'AI menjawab pelanggan dari dokumen ini dan dari produk yang dijual. Harga selalu dari katalog, bukan dari dokumen.',
  documents: 'Dokumen',
  none: 'Belum ada dokumen. Tulis misalnya jam layanan, cara klaim garansi, atau pertanyaan yang sering muncul.',
  add: 'Tambah dokumen',
  addTitle: 'Dokumen baru',
  editTitle: 'Ubah dokumen',
  name: 'Judul',
  text: 'Isi',
  textHint: (used: string) => `${used} dari 50.000 karakter`,
  removeTitle: 'Hapus dokumen?',
  removeText: (name: string) => `"${name}" tidak lagi dipakai AI.`,
  products: 'Produk di dalamnya',
  productsHint: 'Masuk sendiri saat dijual, keluar saat berhenti dijual.',
  noProducts: 'Belum ada yang dijual.',
}
const en: typeof id = {
  hint: 'The AI answers customers from these documents and from the products on sale. Prices always come from the catalogue, never from a document.',
  documents: 'Documents',
  none: 'No documents yet. Write for example opening hours, how to claim a guarantee, or frequent questions.',
  add: 'Add a document',
  addTitle: 'New document',
  editTitle: 'Edit the document',
  name: 'Title',
  text: 'Text',
  textHint: (used) => `${used} of 50,000 characters`,
  removeTitle: 'Delete this document?',
  removeText: (name) => `The AI no longer uses "${name}".`,
  products: 'Products in it',
  productsHint: 'They enter by themselves when on sale and leave when not.',
  noProducts: 'Nothing is on sale yet.',
}
export const words = speak(id, en)
