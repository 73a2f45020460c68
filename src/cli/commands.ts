// The commands of the binary. Each answers the process's exit code: 0 done, 1 failed, 2 called wrongly.
import { readFile } from 'node:fs/promises'
import { CONFIG_TABLE, type Config, readConfig } from '../config.ts'
import { adminReset } from './admin.ts'
import { backup } from './backup.ts'
import { health } from './health.ts'
import { migrate } from './migrate.ts'
import { restore } from './restore.ts'
import { serve } from './serve.ts'
import { understandCommand } from './understand.ts'
import { VERSION } from './version.ts'

export type CliInput = { argv: string[]; env: Record<string, string | undefined> }

const HELP = `lapak ${VERSION}

  lapak serve                       starts the shop (the default)
  lapak health                      asks a running shop on this machine whether it is well
  lapak backup [--keep N] [<file>]  makes a copy of the database, also while the shop runs
  lapak restore <copy>              puts a copy of the database in its place; the shop must be stopped
  lapak restore --check <copy>      only says whether the copy can be used
  lapak restore --replace <copy>    on MongoDB: over what is there, after a copy of it
  lapak restore --present           after a whole disk was put back: the present database is an old copy
  lapak migrate --from A --to B     brings all data into another, empty database: sqlite:… or mongodb://…
  lapak admin reset <e-mail>        prints a one-time link that sets a new password
  lapak understand --catalogue F    reads messages as JSON lines, writes what they mean
  lapak help | version

Settings come from the environment:
${CONFIG_TABLE.map(({ name, meaning, standard }) => `  ${name.padEnd(20)} ${meaning} [${standard}]`).join('\n')}
`

export const runCommand = async ({ argv, env }: CliInput): Promise<number> => {
  const [name = 'serve', ...rest] = argv
  switch (name) {
    case 'serve':
      return withConfig(env, serve)
    case 'health':
      return withConfig(env, health)
    case 'admin':
      return withConfig(env, (config) => adminReset(config, rest))
    case 'backup':
      return withConfig(env, (config) => backup(config, rest))
    case 'migrate':
      return withConfig(env, (config) => migrate(config, rest))
    case 'restore':
      return withConfig(env, (config) => restore(config, rest))
    case 'understand':
      return understandCommand({
        argv: rest,
        stdin: Bun.stdin.stream(),
        write: (line) => void process.stdout.write(line),
        readFile: (path) => readFile(path, 'utf8'),
        env,
      })
    case 'help':
    case '--help':
      process.stdout.write(HELP)
      return 0
    case 'version':
    case '--version':
      process.stdout.write(`${VERSION}\n`)
      return 0
    default:
      process.stderr.write(
        `lapak: there is no command "${name}". Commands: serve, health, backup, restore, migrate, admin reset, understand, help.\n`,
      )
      return 2
  }
}

const withConfig = async (
  env: CliInput['env'],
  command: (config: Config) => Promise<number>,
): Promise<number> => {
  const reading = readConfig(env)
  if (reading.ok) return command(reading.config)
  for (const { variable, problem, remedy } of reading.errors)
    process.stderr.write(`${variable} ${problem}: ${remedy}\n`)
  return 2
}
