// The shop as its user starts it: a process of its own on a scratch folder, its first-run link read from what it prints.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const MAIN = join(import.meta.dir, '../../src/main.ts')

export type Running = {
  url: string
  /** Null once there is an admin. */
  link: string | null
  /** SIGTERM; answers the exit code. */
  stop(): Promise<number>
  /** SIGKILL: nothing is ended in order. */
  kill(): Promise<void>
}

export const scratch = () => {
  const folder = mkdtempSync(join(tmpdir(), 'lapak-'))
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** `main`: of another version. */
export const serve = async (
  folder: string,
  env: Record<string, string> = {},
  main = MAIN,
): Promise<Running> => {
  const child = Bun.spawn([process.execPath, main, 'serve'], {
    env: { PATH: process.env['PATH'] ?? '', DATA_DIR: folder, PORT: '0', LOG_LEVEL: 'warn', ...env },
    cwd: folder,
    stdout: 'pipe',
    stderr: 'inherit',
  })
  let printed = ''
  const reader = child.stdout.getReader()
  const decoder = new TextDecoder()
  const until = async (pattern: RegExp): Promise<RegExpExecArray> => {
    for (;;) {
      const found = pattern.exec(printed)
      if (found) return found
      const { value, done } = await reader.read()
      if (done) throw new Error(`the shop ended: ${printed}`)
      printed += decoder.decode(value)
    }
  }
  const [, url = ''] = await until(/^Lapak \S+: (\S+)\n/m)
  const ready = await until(/(First run[^\n]*(http\S+)\n|Ready\.\n)/)
  return {
    url,
    link: ready[2] ?? null,
    stop: async () => {
      child.kill('SIGTERM')
      return child.exited
    },
    kill: async () => {
      child.kill('SIGKILL')
      await child.exited
    },
  }
}
