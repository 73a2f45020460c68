// Settings of the whole installation, read once from the environment into one frozen Config. A wrong value stops the start with
// the variable's name and the remedy, never with the value. CONFIG_TABLE is the one source of the README's table and of --help.
import * as v from 'valibot'
import { isCidr } from './lib/addresses.ts'
import type { LogLevel } from './lib/log.ts'
import { address, guarded, list, privateHost, text } from './lib/setting-shapes.ts'

export type Config = Readonly<{
  /** 0 takes any free port. */
  port: number
  host: string
  /** `sqlite:<file>`, `sqlite::memory:` or `mongodb://…`. */
  databaseUrl: string
  /** Stands before the name of every collection. */
  databasePrefix: string
  dataDir: string
  /** Origin without a trailing slash and without `basePath`; null: no public address, so polling instead of webhooks. */
  publicUrl: string | null
  /** `''` or `/x` (`/x/y`), never with a slash at the end. */
  basePath: string
  /** null: `secretOf` (lib/secret-file.ts) keeps one in `dataDir`. */
  appSecret: string | null
  /** For an unattended first run; used only while no admin exists. */
  admin: Readonly<{ email: string; password: string }> | null
  /** Addresses and ranges whose X-Forwarded-For is believed. */
  trustedProxies: readonly string[]
  telegramApiRoot: string
  /** null: Midtrans' own addresses, by environment. */
  midtransBaseUrl: string | null
  openai: Readonly<{ apiKey: string | null; baseUrl: string; model: string; embeddingModel: string | null }>
  /** `host:port` entries that typed addresses may reach although private. */
  allowPrivateHosts: readonly string[]
  publicIpv4: string | null
  drainSeconds: number
  logLevel: LogLevel
}>

/** Safe to print: never holds the value. */
export type ConfigError = { variable: string; problem: string; remedy: string }
export type ConfigReading =
  | { ok: true; config: Config }
  | { ok: false; reason: 'wrongConfig'; errors: ConfigError[] }

/** One row a variable. `standard` is what counts when it is unset or empty, as the README says it. */
export type ConfigRow = { name: string; meaning: string; standard: string; remedy: string; secret?: true }

const rows = {
  PORT: {
    meaning: 'Port that the server listens on; 0 takes a free one',
    standard: '8080',
    remedy: 'give a whole number from 0 to 65535, such as 8080',
  },
  HOST: {
    meaning: 'Address that the server listens on; 0.0.0.0 for all',
    standard: '127.0.0.1',
    remedy: 'give an IP address or a host name, such as 127.0.0.1 or 0.0.0.0',
  },
  DATABASE_URL: {
    meaning: 'Where everything is stored: `sqlite:<file>`, or `mongodb://…` for several replicas',
    standard: 'sqlite:<DATA_DIR>/lapak.db',
    remedy:
      'give sqlite:<file>, such as sqlite:./data/lapak.db, or mongodb://<host>/<database>, or leave it unset',
  },
  DATABASE_PREFIX: {
    meaning: 'Stands before the name of each collection, so that Lapak can live in a database beside others',
    standard: 'lapak_',
    remedy: 'give 1 to 40 letters, digits and _, beginning with a letter, such as lapak_',
  },
  DATA_DIR: {
    meaning: 'Folder for the database, its nightly copies and the secret',
    standard: './data',
    remedy: 'give the path of a folder that Lapak may write to',
  },
  PUBLIC_URL: {
    meaning: 'Public address of this installation, for webhooks and links; unset: long polling',
    standard: '(unset)',
    remedy: 'give https://<host> (http only for localhost); a path belongs into BASE_PATH',
  },
  BASE_PATH: {
    meaning: 'Path under which everything is served, beside another site',
    standard: '(unset)',
    remedy: 'give a path such as /lapak, of letters, digits, - and _',
  },
  APP_SECRET: {
    meaning:
      'Seals stored keys and tokens; without it one is made once in `DATA_DIR/secret` (with MongoDB it must be given, to each replica the same). Keep a copy: nothing opens without it',
    standard: '(made once)',
    remedy: 'give at least 32 characters, such as the output of: openssl rand -base64 33',
    secret: true,
  },
  ADMIN_EMAIL: {
    meaning:
      'With ADMIN_PASSWORD: makes the first admin without the first-run link, only while there is none',
    standard: '(unset)',
    remedy: 'give an e-mail address, together with ADMIN_PASSWORD, or leave both unset',
  },
  ADMIN_PASSWORD: {
    meaning: 'Password of that admin, at least 10 characters',
    standard: '(unset)',
    remedy: 'give at least 10 characters, together with ADMIN_EMAIL, or leave both unset',
    secret: true,
  },
  TRUSTED_PROXIES: {
    meaning: 'Proxies whose `X-Forwarded-For` is believed: addresses or ranges, with commas',
    standard: '(none)',
    remedy: 'give addresses or ranges with commas between them, such as 127.0.0.1,10.0.0.0/8',
  },
  TELEGRAM_API_ROOT: {
    meaning: 'Bot API server',
    standard: 'https://api.telegram.org',
    remedy: 'give an http or https address without query, such as https://api.telegram.org',
  },
  MIDTRANS_BASE_URL: {
    meaning: 'Stands in for both addresses of Midtrans, for tests; unset: the real ones',
    standard: '(unset)',
    remedy: 'give an https address (http only for localhost), or leave it unset',
  },
  OPENAI_API_KEY: {
    meaning:
      'Key of the language model for every shop; also set on the admin page. Without it the built-in reader works alone',
    standard: '(unset)',
    remedy: 'give the key alone, without spaces or quotes',
    secret: true,
  },
  OPENAI_BASE_URL: {
    meaning: 'Any server that speaks Chat Completions',
    standard: 'https://api.openai.com/v1',
    remedy: 'give an http or https address without query, such as https://api.openai.com/v1',
  },
  OPENAI_MODEL: {
    meaning: 'Name of the model; it must know function calling',
    standard: 'gpt-4.1-mini',
    remedy: 'give the name of a model, without spaces',
  },
  OPENAI_EMBEDDING_MODEL: {
    meaning:
      'Name of an embedding model at the same server: what the model reads of the documents is then found by meaning too',
    standard: '(unset)',
    remedy: 'give the name of an embedding model, without spaces, or leave it unset',
  },
  ALLOW_PRIVATE_HOSTS: {
    meaning:
      'Private `host:port` pairs that addresses typed on a page may reach, with commas; link-local never',
    standard: '(none)',
    remedy: 'give host:port pairs with commas between them, such as localhost:9000,10.0.0.5:80',
  },
  PUBLIC_IPV4: {
    meaning: "This server's own IPv4 address, shown where a panel wants it on its list",
    standard: '(unset)',
    remedy: 'give an IPv4 address, such as the answer of: curl -4 https://ifconfig.me',
  },
  DRAIN_SECONDS: {
    meaning:
      'Seconds that it goes on serving once it is told to stop, while `/readyz` says no: what a load balancer takes to notice',
    standard: '0',
    remedy: 'give a whole number from 0 to 60, such as 5',
  },
  LOG_LEVEL: {
    meaning: 'debug, info, warn, error or silent',
    standard: 'info',
    remedy: 'give one of debug, info, warn, error, silent',
  },
} as const satisfies Record<string, Omit<ConfigRow, 'name'>>

type Variable = keyof typeof rows
export const CONFIG_TABLE: readonly ConfigRow[] = Object.entries(rows).map(([name, row]) => ({
  name,
  ...row,
}))

const schema = v.object({
  PORT: v.pipe(
    v.optional(text('is no port number', /^\d{1,5}$/), '8080'),
    v.transform(Number),
    v.maxValue(65_535, 'is no port number'),
  ),
  HOST: v.optional(text('is no address or host name', /^[\w.:-]+$/), '127.0.0.1'),
  DATABASE_URL: v.optional(
    v.pipe(
      text('is no address of a database that Lapak knows', /^(mongodb(\+srv)?:\/\/[^/]|sqlite:.)/i),
      v.transform((url) => url.replace(/^[^:]+/, (scheme) => scheme.toLowerCase())),
    ),
  ),
  DATABASE_PREFIX: v.optional(
    text('is no prefix of letters, digits and _', /^[A-Za-z]\w{0,39}$/),
    rows.DATABASE_PREFIX.standard,
  ),
  DATA_DIR: v.optional(text('is no path', /^[^\0]+$/), './data'),
  PUBLIC_URL: v.optional(
    address('is no public address (https, no path, no query)', (url) => guarded(url) && url.pathname === '/'),
  ),
  BASE_PATH: v.optional(
    v.pipe(
      text('is no path of letters, digits, - and _', /^\/?([\w-]+(\/[\w-]+)*)?\/?$/),
      v.transform((path) => path.replace(/^\/?/, '/').replace(/\/$/, '')),
    ),
    '',
  ),
  APP_SECRET: v.optional(v.pipe(v.string(), v.minLength(32, 'is shorter than 32 characters'))),
  ADMIN_EMAIL: v.optional(v.pipe(v.string(), v.email('is no e-mail address'), v.toLowerCase())),
  ADMIN_PASSWORD: v.optional(v.pipe(v.string(), v.minLength(10, 'is shorter than 10 characters'))),
  TRUSTED_PROXIES: v.optional(
    list('holds something that is no address and no range', (entry) => (isCidr(entry) ? entry : null)),
    '',
  ),
  TELEGRAM_API_ROOT: v.optional(
    address('is no http or https address', () => true),
    rows.TELEGRAM_API_ROOT.standard,
  ),
  MIDTRANS_BASE_URL: v.optional(address('is no https address', guarded)),
  OPENAI_API_KEY: v.optional(text('holds something that no key holds', /^[!-~]+$/)),
  OPENAI_BASE_URL: v.optional(
    address('is no http or https address', () => true),
    rows.OPENAI_BASE_URL.standard,
  ),
  OPENAI_MODEL: v.optional(text('is no name of a model', /^[!-~]+$/), rows.OPENAI_MODEL.standard),
  OPENAI_EMBEDDING_MODEL: v.optional(text('is no name of a model', /^[!-~]+$/)),
  ALLOW_PRIVATE_HOSTS: v.optional(
    list('holds something that is no host:port, or a link-local address', privateHost),
    '',
  ),
  PUBLIC_IPV4: v.optional(v.pipe(v.string(), v.ipv4('is no IPv4 address'))),
  DRAIN_SECONDS: v.pipe(
    v.optional(text('is no number from 0 to 60', /^\d{1,2}$/), '0'),
    v.transform(Number),
    v.maxValue(60, 'is no number from 0 to 60'),
  ),
  LOG_LEVEL: v.optional(v.picklist(['debug', 'info', 'warn', 'error', 'silent'], 'is no log level'), 'info'),
})
type Values = v.InferOutput<typeof schema>

const errorFor = (variable: Variable, problem: string): ConfigError => ({
  variable,
  problem,
  remedy: rows[variable].remedy,
})

/** Unset and empty are the same; spaces around a value are not part of it, except in a password. */
const given = (env: Record<string, string | undefined>): Record<string, string> => {
  const entries = CONFIG_TABLE.map(({ name }) => {
    const value = env[name] ?? ''
    return [name, name === 'ADMIN_PASSWORD' ? value : value.trim()]
  })
  return Object.fromEntries(entries.filter(([, value]) => value !== ''))
}

const configOf = (values: Values): Config =>
  Object.freeze({
    port: values.PORT,
    host: values.HOST,
    databaseUrl: values.DATABASE_URL ?? `sqlite:${values.DATA_DIR.replace(/\/+$/, '')}/lapak.db`,
    databasePrefix: values.DATABASE_PREFIX,
    dataDir: values.DATA_DIR,
    publicUrl: values.PUBLIC_URL ?? null,
    basePath: values.BASE_PATH,
    appSecret: values.APP_SECRET ?? null,
    admin:
      values.ADMIN_EMAIL && values.ADMIN_PASSWORD
        ? Object.freeze({ email: values.ADMIN_EMAIL, password: values.ADMIN_PASSWORD })
        : null,
    trustedProxies: Object.freeze(values.TRUSTED_PROXIES),
    telegramApiRoot: values.TELEGRAM_API_ROOT,
    midtransBaseUrl: values.MIDTRANS_BASE_URL ?? null,
    openai: Object.freeze({
      apiKey: values.OPENAI_API_KEY ?? null,
      baseUrl: values.OPENAI_BASE_URL,
      model: values.OPENAI_MODEL,
      embeddingModel: values.OPENAI_EMBEDDING_MODEL ?? null,
    }),
    allowPrivateHosts: Object.freeze(values.ALLOW_PRIVATE_HOSTS),
    publicIpv4: values.PUBLIC_IPV4 ?? null,
    drainSeconds: values.DRAIN_SECONDS,
    logLevel: values.LOG_LEVEL,
  })

/** Reads every variable and reports every wrong one at once. */
export const readConfig = (env: Record<string, string | undefined>): ConfigReading => {
  const input = given(env)
  const parsed = v.safeParse(schema, input, { abortPipeEarly: true })
  const errors = (parsed.issues ?? []).map(({ path, message }) =>
    errorFor(path?.[0]?.key as Variable, message),
  )
  const pair: Variable[] = ['ADMIN_EMAIL', 'ADMIN_PASSWORD']
  const missing = pair.filter((name) => !input[name])
  if (/^mongodb(\+srv)?:\/\/[^/]/i.test(input['DATABASE_URL'] ?? '') && !input['APP_SECRET'])
    errors.push(errorFor('APP_SECRET', 'is missing, and with MongoDB every replica must have the same'))
  if (missing.length === 1) errors.push(errorFor(missing[0]!, 'is missing although its pair is set'))
  if (!parsed.success || errors.length > 0) return { ok: false, reason: 'wrongConfig', errors }
  return { ok: true, config: configOf(parsed.output) }
}
