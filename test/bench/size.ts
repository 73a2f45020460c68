// The dashboard's first load: every script that the page names, gzipped.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Figure } from './run.ts'

const ROOT = join(import.meta.dir, '../../dist/web')

/** Scripts of the page, and what they import before they run. */
const firstScripts = (): string[] => {
  const page = readFileSync(join(ROOT, 'index.html'), 'utf8')
  const found = new Set<string>()
  const visit = (name: string) => {
    if (found.has(name)) return
    found.add(name)
    const code = readFileSync(join(ROOT, 'assets', name), 'utf8')
    for (const [, next] of code.matchAll(/(?:from|import)\s*["']\.\/([\w.-]+\.js)["']/g))
      if (next) visit(next)
  }
  for (const [, name] of page.matchAll(/(?:src|href)="\.\/assets\/([\w.-]+\.js)"/g)) if (name) visit(name)
  return [...found]
}

export const size = async (): Promise<Figure[]> => {
  const scripts = firstScripts()
  const bytes = scripts.reduce(
    (sum, name) => sum + gzipSync(readFileSync(join(ROOT, 'assets', name))).length,
    0,
  )
  return [
    {
      what: 'dashboard, first load, gzipped JavaScript',
      value: `${(bytes / 1000).toFixed(1)} kB in ${scripts.length} files`,
      wanted: 'under 100 kB',
      reached: scripts.length > 0 && bytes < 100_000,
    },
  ]
}
