// Lapak as it was at an earlier commit, to be run beside the present one: taken out of the history, with the packages of today.
import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'

const ROOT = join(import.meta.dir, '../..')

const run = async (command: string[], cwd: string): Promise<string> => {
  const child = Bun.spawn(command, { cwd, stdout: 'pipe', stderr: 'pipe' })
  const [out, told, code] = await Promise.all([
    new Response(child.stdout).text(),
    new Response(child.stderr).text(),
    child.exited,
  ])
  if (code !== 0) throw new Error(`${command.slice(0, 3).join(' ')}: ${told.trim() || `ended with ${code}`}`)
  return out.trim()
}

export type Older = { commit: string; main: string }

/** Throws where the history is not there: a shallow clone can not show that two versions work side by side. */
export const olderVersion = async (folder: string, name = 'HEAD~1'): Promise<Older> => {
  const commit = await run(['git', 'rev-parse', '--short', `${name}^{commit}`], ROOT).catch((cause) => {
    throw new Error(
      `no commit ${name} to run beside this one: fetch the history of the repository (${cause.message})`,
    )
  })
  const into = join(folder, 'older')
  mkdirSync(into)
  const tar = join(folder, 'older.tar')
  await run(['git', 'archive', '-o', tar, commit, 'src', 'package.json', 'tsconfig.json'], ROOT)
  await run(['tar', '-xf', tar, '-C', into], folder)
  symlinkSync(join(ROOT, 'node_modules'), join(into, 'node_modules'))
  return { commit, main: join(into, 'src/main.ts') }
}
