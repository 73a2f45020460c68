// The one binary: built, started from any folder, and from a bare root that holds nothing but the final image's libraries.
import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { chmodSync, chownSync, copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { docx, pdf } from './assistant/documents/made.ts'
import { scratch } from './support/process.ts'

const ROOT = join(import.meta.dir, '..')
const BINARY = join(ROOT, 'dist/lapak')
/** The image's user. */
const NOBODY = 65_532
const PORT = 18_461

const run = (command: string[], env: Record<string, string> = {}, cwd = ROOT) => {
  const { exitCode, stdout, stderr } = Bun.spawnSync(command, {
    env: { PATH: process.env['PATH'] ?? '', ...env },
    cwd,
  })
  return { exitCode, out: stdout.toString(), err: stderr.toString() }
}

const answering = async (port: number): Promise<Response> => {
  for (let tries = 0; tries < 200; tries++) {
    const answer = await fetch(`http://127.0.0.1:${port}/`, { proxy: '' }).catch(() => null)
    if (answer) return answer
    await Bun.sleep(25)
  }
  throw new Error('no answer')
}

/** Libraries that the image has: those that the binary names, no more. */
const bareRoot = (folder: string): void => {
  for (const part of ['etc', 'tmp', 'data', 'proc', 'bin']) mkdirSync(join(folder, part), { recursive: true })
  for (const [path] of run(['ldd', BINARY]).out.matchAll(/\/lib\S+/g)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    copyFileSync(path, join(folder, path))
  }
  copyFileSync(BINARY, join(folder, 'bin/lapak'))
  chmodSync(join(folder, 'bin/lapak'), 0o755)
  chmodSync(join(folder, 'tmp'), 0o1777)
  writeFileSync(join(folder, 'etc/hosts'), '127.0.0.1 localhost\n')
  writeFileSync(join(folder, 'etc/nsswitch.conf'), 'hosts: files dns\n')
  writeFileSync(join(folder, 'etc/resolv.conf'), '')
  chownSync(join(folder, 'data'), NOBODY, NOBODY)
  chmodSync(folder, 0o755)
}

const mayChroot = (): boolean => process.platform === 'linux' && process.getuid?.() === 0

describe('the binary', () => {
  const place = scratch()
  beforeAll(() => {
    expect(run([process.execPath, 'build.ts']).exitCode).toBe(0)
  }, 120_000)
  afterAll(place.remove)

  test('starts from any folder with the dashboard inside, answers its own health check, ends when told', async () => {
    const env = { DATA_DIR: join(place.folder, 'any'), PORT: String(PORT), LOG_LEVEL: 'silent' }
    const child = Bun.spawn([BINARY], { env, cwd: place.folder, stdout: 'ignore', stderr: 'inherit' })
    const page = await (await answering(PORT)).text()
    const [, script = ''] = /src="\.\/(assets\/[\w.-]+\.js)"/.exec(page) ?? []
    const asset = await fetch(`http://127.0.0.1:${PORT}/${script}`, { proxy: '' })
    expect([asset.status, asset.headers.get('content-type')?.split(';')[0]]).toEqual([200, 'text/javascript'])
    expect(run([BINARY, 'health'], env).exitCode).toBe(0)
    child.kill('SIGTERM')
    expect(await child.exited).toBe(0)
    expect(run([BINARY, 'health'], env).exitCode).toBe(1)
  }, 30_000)

  test('reads a document in a process of its own, without any environment', async () => {
    const read = (name: string, bytes: Uint8Array) => {
      const stdin = Buffer.concat([Buffer.from(`${JSON.stringify({ name })}\n`), bytes])
      const { stdout, exitCode } = Bun.spawnSync([BINARY, 'read-document'], { stdin, env: {}, cwd: '/' })
      return { exitCode, said: JSON.parse(stdout.toString()) as unknown }
    }
    const text = 'Buka jam 9.'
    expect(read('a.pdf', pdf([[text]])).said).toMatchObject({ ok: true, format: 'pdf', text, pages: 1 })
    expect(read('a.docx', docx([text])).said).toMatchObject({ ok: true, format: 'docx', text })
    expect(read('a.html', Buffer.from(`<html><p>${text}`)).said).toMatchObject({
      ok: true,
      format: 'html',
      text,
    })
    expect(read('a.pdf', Buffer.from('%PDF-1.4'))).toEqual({
      exitCode: 0,
      said: { ok: false, reason: 'broken' },
    })
  }, 30_000)

  test('says what is wrong with a setting or a command, and ends', () => {
    const wrong = run([BINARY, 'serve'], { PORT: 'abc', APP_SECRET: 'short' })
    expect(wrong.exitCode).toBe(2)
    expect(wrong.err).toContain('PORT is no port number')
    expect(wrong.err).toContain('APP_SECRET is shorter')
    expect(wrong.err).not.toContain('abc')
    expect(run([BINARY, 'sell']).exitCode).toBe(2)
  })

  test.skipIf(!mayChroot())(
    'runs in a bare root, as nobody, on a data folder of its own',
    async () => {
      const root = join(place.folder, 'root')
      chmodSync(place.folder, 0o755)
      bareRoot(root)
      const proc = join(root, 'proc')
      if (run(['mount', '--bind', '/proc', proc]).exitCode !== 0) throw new Error('/proc could not be bound')
      try {
        const inRoot = ['chroot', `--userspec=${NOBODY}:${NOBODY}`, root, '/bin/lapak']
        const env = {
          PATH: process.env['PATH'] ?? '',
          HOST: '0.0.0.0',
          DATA_DIR: '/data',
          PORT: String(PORT + 1),
          LOG_LEVEL: 'silent',
        }
        const child = Bun.spawn([...inRoot, 'serve'], { env, stdout: 'ignore', stderr: 'inherit' })
        expect((await answering(PORT + 1)).status).toBe(200)
        expect(run([...inRoot, 'health'], env).exitCode).toBe(0)
        child.kill('SIGTERM')
        expect(await child.exited).toBe(0)
      } finally {
        run(['umount', proc])
      }
    },
    30_000,
  )
})
