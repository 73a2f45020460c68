// Reading in a process apart: what a hostile file does to its reader does not reach the shop.
import { describe, expect, setDefaultTimeout, test } from 'bun:test'
import { join } from 'node:path'
import { waitFor } from '../../../src/app/wait.ts'
import { documentProcess, type ProcessDeps } from '../../../src/assistant/drivers/document-process.ts'
import { bombPdf, docx, pdf, text } from './made.ts'

setDefaultTimeout(60_000)

const MAIN = join(import.meta.dir, '../../../src/main.ts')
const REAL = [process.execPath, MAIN, 'read-document']

const reader = (change: Partial<ProcessDeps> = {}) => {
  const warned: object[] = []
  const log = { warn: (about: object) => void warned.push(about) } as unknown as ProcessDeps['log']
  return { warned, read: documentProcess({ command: REAL, wait: waitFor, log, ...change }) }
}
/** A reader that does this instead of reading. */
const doing = (code: string): string[] => [process.execPath, '-e', code]

describe('the real reader', () => {
  test('answers what reading here would: text of each format, reasons of refusal', async () => {
    const { read, warned } = reader()
    const answers = await Promise.all([
      read({ bytes: pdf([['Buka jam 9.']]), name: 'a.pdf' }),
      read({ bytes: docx(['# Judul', 'Buka jam 9.']), name: 'a.docx' }),
      read({ bytes: text('Buka jam 9.\nTitik " dan \\ dan 😀.'), name: 'a"\n.txt' }),
      read({ bytes: text('%PDF-1.4'), name: 'a.pdf' }),
      read({ bytes: text('tak'), name: 'a.exe' }),
    ])
    expect(answers).toEqual([
      { ok: true, format: 'pdf', text: 'Buka jam 9.', pages: 1 },
      { ok: true, format: 'docx', text: '# Judul\n\nBuka jam 9.', title: 'Judul' },
      { ok: true, format: 'text', text: 'Buka jam 9.\nTitik " dan \\ dan 😀.' },
      { ok: false, reason: 'broken' },
      { ok: false, reason: 'unsupported' },
    ])
    expect(warned).toEqual([])
  })

  test('a hundred thousand objects, a page that unpacks to a gigabyte: the event loop goes on meanwhile', async () => {
    const more = Array.from({ length: 100_000 }, (_, n) => `<< /N ${n} /Next ${n} 0 R >>`)
    const started = performance.now()
    let longest = 0
    let last = started
    const beat = setInterval(() => {
      longest = Math.max(longest, performance.now() - last)
      last = performance.now()
    }, 5)
    const many = pdf([['Buka jam 9.']], { more })
    const bomb = bombPdf(400_000_000)
    last = performance.now()
    longest = 0
    const { read } = reader()
    const answers = await Promise.all([
      read({ bytes: many, name: 'a.pdf' }),
      read({ bytes: bomb, name: 'b.pdf' }),
    ])
    clearInterval(beat)
    expect(answers[0]).toMatchObject({ ok: true, text: 'Buka jam 9.' })
    expect(answers[1]).toMatchObject({ ok: false })
    console.log(
      `  read in ${(performance.now() - started).toFixed(0)} ms, the loop stood still for at most ${longest.toFixed(0)} ms; the bomb: ${JSON.stringify(answers[1])}`,
    )
  })
})

describe('a reader that goes wrong', () => {
  const file = { bytes: text('x'.repeat(100_000)), name: 'a.txt' }

  test('one that never ends is ended', async () => {
    const { read } = reader({ command: doing('while (true) {}'), timeoutMs: 300 })
    expect(await read(file)).toEqual({ ok: false, reason: 'tooSlow' })
    const deaf = reader({ command: doing('setInterval(() => {}, 1000)'), timeoutMs: 300 })
    expect(await deaf.read(file)).toEqual({ ok: false, reason: 'tooSlow' })
  })

  test.skipIf(process.platform !== 'linux')('one that grows is ended', async () => {
    const grow = 'const kept = []; setInterval(() => kept.push(Buffer.alloc(30e6, 1)), 5)'
    const { read } = reader({ command: doing(grow), heaviest: 300_000_000 })
    expect(await read(file)).toEqual({ ok: false, reason: 'tooHeavy' })
  })

  test('one that talks without end, or nonsense, or nothing, or lies about what it found', async () => {
    const said = (code: string) => reader({ command: doing(code) }).read(file)
    expect(await said("while (true) process.stdout.write('x'.repeat(65536))")).toEqual({
      ok: false,
      reason: 'tooMuchText',
    })
    for (const code of [
      'console.log("hm")',
      '',
      'console.log("null")',
      'console.log(JSON.stringify({ ok: true }))',
      'console.log(JSON.stringify({ ok: true, text: "x", format: "<b>" }))',
      'console.log(JSON.stringify({ ok: false, reason: "<b>" }))',
    ])
      expect(await said(code)).toEqual({ ok: false, reason: 'broken' })
  })

  test('one that dies is a damaged document, and a line in the log', async () => {
    const { read, warned } = reader({
      command: doing('process.kill(process.pid, "SIGSEGV"); setInterval(() => {}, 1000)'),
    })
    expect(await read(file)).toEqual({ ok: false, reason: 'broken' })
    expect(warned).toHaveLength(1)
  })

  test('it is given no secret of the shop', async () => {
    const tell =
      'console.log(JSON.stringify({ ok: true, format: "text", text: JSON.stringify(process.env) }))'
    process.env['LAPAK_TEST_SECRET'] = 'hush'
    const answer = await reader({ command: doing(tell) }).read(file)
    delete process.env['LAPAK_TEST_SECRET']
    expect(answer).toMatchObject({ ok: true })
    expect(JSON.stringify(answer)).not.toContain('hush')
  })

  test('two at a time, some wait, the rest are told to come again', async () => {
    const slow =
      'setTimeout(() => console.log(JSON.stringify({ ok: true, format: "text", text: "done" })), 200)'
    const { read } = reader({ command: doing(slow) })
    const answers = await Promise.all(Array.from({ length: 12 }, () => read(file)))
    expect(answers.filter((one) => one.ok)).toHaveLength(8)
    expect(answers.filter((one) => !one.ok && one.reason === 'busy')).toHaveLength(4)
    expect(await read(file)).toMatchObject({ ok: true })
  })
})
