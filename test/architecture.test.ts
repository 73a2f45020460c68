// Keeps the house: one direction of imports, no circles, one owner per vendor, files and functions of a readable size.
import { describe, expect, test } from 'bun:test'
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { parseSync } from 'oxc-parser'

const ROOT = resolve(import.meta.dir, '..')
const SRC = join(ROOT, 'src')

/** A file imports from its own folder and from folders earlier in this list. */
const ORDER = (
  'lib model text store jobs shops accounts catalog orders payments fulfilment chats telegram notices assistant ' +
  'reports bot http app cli main'
).split(' ')

const files = (folder: string, ending = /\.tsx?$/): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && ending.test(entry.name) && !entry.name.endsWith('.d.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()

type Import = { from: string; typeOnly: boolean }
type Parsed = { path: string; text: string; imports: Import[]; program: unknown }

const parse = (path: string): Parsed => {
  const text = readFileSync(path, 'utf8')
  const { module, program, errors } = parseSync(path, text)
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`)
  const statics = module.staticImports.map((one) => ({
    from: one.moduleRequest.value,
    typeOnly: one.entries.length > 0 && one.entries.every((entry) => entry.isType),
  }))
  const reexports = module.staticExports.flatMap(({ entries }) =>
    entries.flatMap((entry) =>
      entry.moduleRequest ? [{ from: entry.moduleRequest.value, typeOnly: entry.isType }] : [],
    ),
  )
  const dynamic = [...text.matchAll(/\bimport\(\s*['"]([^'"]+)['"]\s*\)/g)].map((match) => ({
    from: match[1] ?? '',
    typeOnly: false,
  }))
  return { path, text, imports: [...statics, ...reexports, ...dynamic], program }
}

const parsed = files(SRC).map(parse)
const name = (path: string) => relative(SRC, path)

/** The folder that owns a file, as named in ORDER; the files directly in src/ stand for themselves. */
const roomOf = (path: string): string => {
  const [first = ''] = name(path).split('/')
  if (first === 'config.ts') return 'lib'
  return first.replace(/\.ts$/, '')
}

const target = (from: string, specifier: string): string | null =>
  specifier.startsWith('.') ? resolve(dirname(from), specifier) : null

const isDriver = (path: string) => name(path).includes('/drivers/')
const mayUseDrivers = (path: string) =>
  ['app', 'cli', 'main'].includes(roomOf(path)) || name(path) === 'store/open.ts' || isDriver(path)

describe('imports', () => {
  test('every file belongs to a room of the house', () => {
    expect(parsed.map((file) => roomOf(file.path)).filter((room) => !ORDER.includes(room))).toEqual([])
  })

  test('go to the own folder or an earlier one', () => {
    const wrong = parsed.flatMap((file) =>
      file.imports.flatMap(({ from }) => {
        const to = target(file.path, from)
        if (!to) return []
        return ORDER.indexOf(roomOf(to)) > ORDER.indexOf(roomOf(file.path))
          ? [`${name(file.path)} → ${name(to)}`]
          : []
      }),
    )
    expect(wrong).toEqual([])
  })

  test('drivers are taken by the composition root alone', () => {
    const wrong = parsed.flatMap((file) =>
      file.imports.flatMap(({ from }) => {
        const to = target(file.path, from)
        return to && isDriver(to) && !mayUseDrivers(file.path) ? [`${name(file.path)} → ${name(to)}`] : []
      }),
    )
    expect(wrong).toEqual([])
  })

  test('name files that exist, with their ending', () => {
    const known = new Set(files(SRC, /\.(tsx?|json)$/))
    const wrong = parsed.flatMap((file) =>
      file.imports.flatMap(({ from }) => {
        const to = target(file.path, from)
        return to && !known.has(to) && !to.startsWith(join(ROOT, 'package.json'))
          ? [`${name(file.path)} → ${from}`]
          : []
      }),
    )
    expect(wrong).toEqual([])
  })

  test('make no circle', () => {
    const graph = new Map(
      parsed.map((file) => [file.path, file.imports.flatMap(({ from }) => target(file.path, from) ?? [])]),
    )
    const done = new Set<string>()
    const circles: string[] = []
    const walk = (path: string, trail: string[]): void => {
      if (trail.includes(path))
        circles.push([...trail.slice(trail.indexOf(path)), path].map(name).join(' → '))
      if (done.has(path) || trail.includes(path)) return
      for (const next of graph.get(path) ?? []) walk(next, [...trail, path])
      done.add(path)
    }
    for (const path of graph.keys()) walk(path, [])
    expect(circles).toEqual([])
  })

  test('keep each vendor in its own files', () => {
    const owners: Record<string, RegExp> = {
      'midtrans-client': /^payments\/drivers\/midtrans/,
      openai: /^assistant\/drivers\/openai/,
      'bun:sqlite': /^store\/drivers\/sqlite\//,
      mongodb: /^store\/drivers\/mongodb\//,
      hono: /^http\//,
      grammy: /^(bot|telegram)\//,
      '@grammyjs/conversations': /^bot\//,
      pino: /^lib\/log\.ts$/,
      'big.js': /^(lib\/money\.ts|catalog\/)/,
      minisearch: /^(assistant|catalog)\//,
      unpdf: /^assistant\/documents\/pdf\.ts$/,
      mammoth: /^assistant\/documents\/docx\.ts$/,
      htmlparser2: /^assistant\/documents\/html\.ts$/,
    }
    const wrong = parsed.flatMap((file) =>
      file.imports.flatMap(({ from, typeOnly }) => {
        const vendor = Object.keys(owners).find((one) => from === one || from.startsWith(`${one}/`))
        return vendor && !typeOnly && !owners[vendor]?.test(name(file.path))
          ? [`${name(file.path)} → ${from}`]
          : []
      }),
    )
    expect(wrong).toEqual([])
  })

  test('the dashboard takes only types from the server, and only from the API', () => {
    const web = files(join(ROOT, 'web', 'src')).map(parse)
    const wrong = web.flatMap((file) =>
      file.imports.flatMap(({ from, typeOnly }) => {
        const to = target(file.path, from)
        if (!to?.startsWith(SRC)) return []
        return typeOnly && name(to).startsWith('http/api') ? [] : [`${relative(ROOT, file.path)} → ${from}`]
      }),
    )
    expect(wrong).toEqual([])
  })
})

describe('ambient things', () => {
  const ambient: [string, RegExp, RegExp][] = [
    ['process.env', /\bprocess\.env\b/, /^(main\.ts|lib\/log\.ts)$/],
    ['Date.now', /\bDate\.now\(\)/, /^lib\/clock\.ts$/],
    ['Math.random', /\bMath\.random\(\)/, /^$/],
    ['new Date()', /\bnew Date\(\)/, /^$/],
    ['randomness', /\brandomBytes\(|\brandomUUID\(|getRandomValues\(/, /^lib\/(ids|seal)\.ts$/],
  ]
  for (const [what, pattern, owner] of ambient)
    test(`${what} has one owner`, () => {
      const code = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
      expect(
        parsed
          .filter((file) => pattern.test(code(file.text)) && !owner.test(name(file.path)))
          .map((file) => name(file.path)),
      ).toEqual([])
    })

  test('importing a module does nothing: only main.ts acts', () => {
    const wrong = parsed
      .filter((file) => name(file.path) !== 'main.ts')
      .flatMap((file) => {
        const body = (file.program as { body: { type: string }[] }).body
        const acts = body.filter((node) =>
          ['ExpressionStatement', 'IfStatement', 'ForStatement', 'ForOfStatement', 'TryStatement'].includes(
            node.type,
          ),
        )
        return acts.length > 0 ? [name(file.path)] : []
      })
    expect(wrong).toEqual([])
  })
})

type Node = { type: string; start: number; end: number; [key: string]: unknown }

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && 'start' in value

const functionsIn = (program: unknown): Node[] => {
  const found: Node[] = []
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) for (const one of value) walk(one)
    else if (isNode(value)) {
      if (['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression'].includes(value.type))
        found.push(value)
      for (const [key, child] of Object.entries(value)) if (key !== 'parent') walk(child)
    }
  }
  walk(program)
  return found
}

/** Tables of words and of data are exempt (architecture §5.9), and so is what a test could not read better in pieces. */
const TABLES =
  /^(text\/|model\/(vocabulary|words|say)|catalog\/drivers\/sandbox-catalogue|payments\/.*(font|glyph)|store\/drivers\/sqlite\/migrations)/

/** A driver takes its contract's parameters, however many. */
const CONTRACT_PARAMETERS = /^store\/drivers\//

describe('sizes', () => {
  const lines = (text: string) => text.split('\n').length

  test('files have at most 300 lines', () => {
    const long = parsed.filter((file) => !TABLES.test(name(file.path)) && lines(file.text) > 301)
    expect(long.map((file) => `${name(file.path)} (${lines(file.text)})`)).toEqual([])
  })

  test('functions have at most 60 lines and three parameters', () => {
    const wrong = parsed
      .filter((file) => !TABLES.test(name(file.path)))
      .flatMap((file) =>
        functionsIn(file.program).flatMap((node) => {
          const length = lines(file.text.slice(node.start, node.end))
          const { params } = node as unknown as { params: unknown[] | { items: unknown[] } }
          const count = Array.isArray(params) ? params.length : params.items.length
          const where = `${name(file.path)}:${lines(file.text.slice(0, node.start))}`
          const crowded = count > 3 && !CONTRACT_PARAMETERS.test(name(file.path))
          return length > 60 || crowded ? [`${where} ${length} lines, ${count} parameters`] : []
        }),
      )
    expect(wrong).toEqual([])
  })
})
