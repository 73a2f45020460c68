// The binary: from its start to the first 200, and what it holds when idle.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { median, ms, withScratch } from './measure.ts'
import type { Figure } from './run.ts'

const BINARY = join(import.meta.dir, '../../dist/lapak')
const STARTS = 7
const IDLE = 5000

const started = async (folder: string, port: number) => {
  const begin = performance.now()
  const child = Bun.spawn([BINARY, 'serve'], {
    env: { ...process.env, DATA_DIR: folder, PORT: String(port), LOG_LEVEL: 'silent' },
    cwd: folder,
    stdout: 'ignore',
    stderr: 'inherit',
  })
  for (;;) {
    const answer = await fetch(`http://127.0.0.1:${port}/healthz`, { proxy: '' }).catch(() => null)
    if (answer?.status === 200) return { child, took: performance.now() - begin }
    if (child.exitCode !== null) throw new Error('the binary ended at once')
    await Bun.sleep(1)
  }
}

const residentMb = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1000

export const binary = async (): Promise<Figure[]> => {
  if (!existsSync(BINARY)) throw new Error('there is no dist/lapak: run `bun run build` first')
  const took: number[] = []
  let memory = 0
  await withScratch(async (folder) => {
    for (let i = 0; i < STARTS; i++) {
      const one = await started(folder, 18_400 + i)
      took.push(one.took)
      if (i === STARTS - 1) {
        await Bun.sleep(IDLE)
        memory = residentMb(one.child.pid)
      }
      one.child.kill()
      await one.child.exited
    }
  })
  const start = median(took)
  return [
    {
      what: `binary, start to the first 200 (median of ${STARTS}; the first, on an empty folder, ${ms(took[0] ?? 0)})`,
      value: ms(start),
      wanted: 'under 150 ms',
      reached: start < 150,
    },
    {
      what: 'binary, memory when idle',
      value: `${memory.toFixed(0)} MB`,
      wanted: 'under 120 MB',
      reached: memory < 120,
    },
  ]
}
