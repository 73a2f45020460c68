// Questions that every shop gets are known by their words, in both languages; what a shop must know by itself is left alone.
import { expect, test } from 'bun:test'
import { topicOf } from '../../src/bot/topics.ts'
import type { Topic } from '../../src/model/say.ts'

test.each<[string, Topic | undefined]>([
  ['aman ga kak?', 'safe'],
  ['akun gw ga kena banned kan', 'safe'],
  ['is it safe?', 'safe'],
  ['penipu bukan sih', 'safe'],
  ['butuh password ga', 'password'],
  ['harus login ya?', 'password'],
  ['kalo ga masuk duitnya balik?', 'refund'],
  ['bisa refund ga', 'refund'],
  ['kalau akun digembok bisa?', 'private'],
  ['bisa nego ga bang', 'haggle'],
  ['ada diskon?', 'haggle'],
  ['buka jam berapa', 'hours'],
  ['bayarnya pake apa aja', 'pay'],
  ['cara order gimana', 'pay'],
  ['how do i pay', 'pay'],
  ['link apa yang dikirim?', 'link'],
  ['real ga kak?', 'real'],
  ['followersnya asli?', 'real'],
  ['akunnya aktif apa bot', 'real'],
  ['permanen kan?', 'real'],
  ['ini bot apa orang', undefined],
  ['toko masih aktif?', undefined],
  ['kantornya di mana?', undefined],
  ['kak toko ini alamatnya dimana?', undefined],
  ['link ig kalian apa', undefined],
  ['i want my money back', 'refund'],
  ['ada grup wa ga', undefined],
  ['siapa yang punya toko ini', undefined],
  ['', undefined],
])('"%s"', (text, topic) => {
  expect(topicOf(text)).toBe(topic as Topic)
})

test('the longest message costs next to nothing to look at, and is no fault', () => {
  for (const part of ['kalau ', 'link ', 'bisa kurang ', 'cara ', '💥'])
    expect(() => topicOf(part.repeat(2000))).not.toThrow()
})
