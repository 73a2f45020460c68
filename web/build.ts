// Builds the dashboard into dist/web, only when a source or the lock file is newer than the last build.
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dir, '..')
const built = join(root, 'dist/web/index.html')

const newest = (folder: string): number =>
  Math.max(
    0,
    ...readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.endsWith('.tsbuildinfo'))
      .map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs),
  )

const sources = Math.max(newest(join(root, 'web')), statSync(join(root, 'bun.lock')).mtimeMs)
if (!existsSync(built) || statSync(built).mtimeMs < sources) {
  const vite = join(root, 'node_modules/vite/bin/vite.js')
  const run = Bun.spawn(
    [
      process.execPath,
      '--bun',
      vite,
      'build',
      '--config',
      join(root, 'web/vite.config.ts'),
      '--logLevel',
      'warn',
    ],
    {
      cwd: root,
      stdio: ['inherit', 'inherit', 'inherit'],
    },
  )
  process.exit(await run.exited)
}
