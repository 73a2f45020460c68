import { describe, expect, test } from 'bun:test'
import { CONFIG_TABLE, type Config, readConfig } from '../src/config.ts'

type Env = Record<string, string | undefined>
const read = (env: Env): Config => {
  const reading = readConfig(env)
  if (!reading.ok) throw new Error(JSON.stringify(reading.errors))
  return reading.config
}
const errorsOf = (env: Env) => {
  const reading = readConfig(env)
  return reading.ok ? [] : reading.errors
}

test('an empty environment is enough, and an empty value is none', () => {
  const config = read({})
  expect(config).toMatchObject({
    port: 8080,
    host: '127.0.0.1',
    databaseUrl: 'sqlite:./data/lapak.db',
    publicUrl: null,
    basePath: '',
    appSecret: null,
    admin: null,
    logLevel: 'info',
    openai: { apiKey: null, baseUrl: 'https://api.openai.com/v1' },
  })
  expect(read(Object.fromEntries(CONFIG_TABLE.map(({ name }) => [name, ''])))).toEqual(config)
})

test('what the table says counts when unset is what counts', () => {
  const config = read({})
  const told = Object.fromEntries(CONFIG_TABLE.map(({ name, standard }) => [name, standard]))
  const counts: [string | undefined, unknown][] = [
    [told['PORT'], String(config.port)],
    [told['HOST'], config.host],
    [told['DATA_DIR'], config.dataDir],
    [told['DATABASE_URL']?.replace('<DATA_DIR>', config.dataDir), config.databaseUrl],
    [told['DATABASE_PREFIX'], config.databasePrefix],
    [told['TELEGRAM_API_ROOT'], config.telegramApiRoot],
    [told['OPENAI_BASE_URL'], config.openai.baseUrl],
    [told['OPENAI_MODEL'], config.openai.model],
    [told['DRAIN_SECONDS'], String(config.drainSeconds)],
    [told['LOG_LEVEL'], config.logLevel],
  ]
  for (const [said, counted] of counts) expect(said).toBe(counted as string)
  const rest = CONFIG_TABLE.filter(({ standard }) => standard.startsWith('('))
  expect(counts.length + rest.length).toBe(CONFIG_TABLE.length)
})

describe('what is given', () => {
  const cases: [Env, Partial<Config>][] = [
    [{ PORT: ' 0 ' }, { port: 0 }],
    [{ HOST: '::1' }, { host: '::1' }],
    [{ DATA_DIR: '/var/lib/lapak/' }, { databaseUrl: 'sqlite:/var/lib/lapak/lapak.db' }],
    [{ DATABASE_URL: 'sqlite::memory:' }, { databaseUrl: 'sqlite::memory:' }],
    [
      { DATABASE_URL: 'MongoDB+SRV://ani@db/x', APP_SECRET: 's'.repeat(32), DATABASE_PREFIX: 'toko_' },
      { databaseUrl: 'mongodb+srv://ani@db/x', databasePrefix: 'toko_' },
    ],
    [{ PUBLIC_URL: 'https://Toko.example/' }, { publicUrl: 'https://toko.example' }],
    [{ PUBLIC_URL: 'http://localhost:8080' }, { publicUrl: 'http://localhost:8080' }],
    [{ BASE_PATH: '/' }, { basePath: '' }],
    [{ BASE_PATH: 'lapak/' }, { basePath: '/lapak' }],
    [{ BASE_PATH: '/a/b-c' }, { basePath: '/a/b-c' }],
    [
      { TRUSTED_PROXIES: '127.0.0.1, 10.0.0.0/8,,::1' },
      { trustedProxies: ['127.0.0.1', '10.0.0.0/8', '::1'] },
    ],
    [{ TELEGRAM_API_ROOT: 'http://bot-api:8081/' }, { telegramApiRoot: 'http://bot-api:8081' }],
    [{ MIDTRANS_BASE_URL: 'http://127.0.0.1:9001/' }, { midtransBaseUrl: 'http://127.0.0.1:9001' }],
    [
      { OPENAI_API_KEY: 'sk-x', OPENAI_BASE_URL: 'http://ollama:11434/v1/', OPENAI_MODEL: 'qwen3:8b' },
      {
        openai: {
          apiKey: 'sk-x',
          baseUrl: 'http://ollama:11434/v1',
          model: 'qwen3:8b',
          embeddingModel: null,
        },
      },
    ],
    [
      { OPENAI_EMBEDDING_MODEL: 'emb-1' },
      {
        openai: {
          apiKey: null,
          baseUrl: 'https://api.openai.com/v1',
          model: 'gpt-4.1-mini',
          embeddingModel: 'emb-1',
        },
      },
    ],
    [
      { ALLOW_PRIVATE_HOSTS: 'LOCALHOST:9000, [::1]:080' },
      { allowPrivateHosts: ['localhost:9000', '[::1]:80'] },
    ],
    [{ PUBLIC_IPV4: '203.0.113.9' }, { publicIpv4: '203.0.113.9' }],
    [{ DRAIN_SECONDS: '05' }, { drainSeconds: 5 }],
    [{ LOG_LEVEL: 'debug' }, { logLevel: 'debug' }],
    [
      { ADMIN_EMAIL: 'Ani@Toko.ID', ADMIN_PASSWORD: ' spasi di tepi ' },
      { admin: { email: 'ani@toko.id', password: ' spasi di tepi ' } },
    ],
    [{ APP_SECRET: 'x'.repeat(32) }, { appSecret: 'x'.repeat(32) }],
  ]
  for (const [env, expected] of cases)
    test(JSON.stringify(env), () => {
      expect(read(env)).toMatchObject(expected as Record<string, unknown>)
    })
})

describe('a wrong value is refused with the name and the remedy', () => {
  const wrong: Record<string, string[]> = {
    PORT: ['70000', '80a', '-1', '8080.5'],
    HOST: ['http://x', 'a b'],
    DATABASE_URL: ['mongodb://', 'mongodb:db/x', 'postgres://db/x', 'sqlite:', './lapak.db'],
    DATABASE_PREFIX: ['1x', 'a-b', 'a.b', '$x', 'x'.repeat(41)],
    DATA_DIR: ['a\0b'],
    PUBLIC_URL: [
      'toko.example',
      'http://toko.example',
      'https://toko.example/x',
      'https://a:b@t.example',
      'https://t.example?x',
    ],
    BASE_PATH: ['/a//b', '../x', '/a b', 'https://x'],
    APP_SECRET: ['x'.repeat(31)],
    ADMIN_EMAIL: ['ani'],
    ADMIN_PASSWORD: ['123456789'],
    TRUSTED_PROXIES: ['10.0.0.0/99', 'proxy.local', '127.0.0.1,x'],
    TELEGRAM_API_ROOT: ['ftp://x', 'api.telegram.org', 'https://a:b@x'],
    MIDTRANS_BASE_URL: ['http://midtrans.example', 'https://x/#y'],
    OPENAI_API_KEY: ['sk a', 'sk–x'],
    OPENAI_BASE_URL: ['openai', 'https://x/v1?y=z'],
    OPENAI_MODEL: ['two words'],
    OPENAI_EMBEDDING_MODEL: ['two words'],
    ALLOW_PRIVATE_HOSTS: ['localhost', '169.254.169.254:80', '[fe80::1]:80', 'a:1,b', 'http://a:80'],
    PUBLIC_IPV4: ['::1', '1.2.3', '1.2.3.256'],
    DRAIN_SECONDS: ['61', '-1', '1.5', '100', 'five'],
    LOG_LEVEL: ['loud', 'INFO'],
  }

  test('and no variable is left out of this table', () => {
    expect(Object.keys(wrong).sort()).toEqual(CONFIG_TABLE.map(({ name }) => name).sort())
  })

  for (const [name, values] of Object.entries(wrong))
    for (const value of values)
      test(`${name}=${value}`, () => {
        const pair = { ADMIN_EMAIL: 'ani@toko.id', ADMIN_PASSWORD: 'cukup panjang' }
        const errors = errorsOf({ ...(name.startsWith('ADMIN') ? pair : {}), [name]: value })
        const row = CONFIG_TABLE.find((each) => each.name === name)!
        expect(errors).toEqual([{ variable: name, problem: expect.any(String), remedy: row.remedy }])
        expect(errors[0]!.problem).toMatch(/^(is|holds|names) /)
      })

  test('and never the value', () => {
    const errors = errorsOf(Object.fromEntries(CONFIG_TABLE.map(({ name }) => [name, 'RAHASIA\0'])))
    expect(errors).toHaveLength(CONFIG_TABLE.length)
    expect(JSON.stringify(errors)).not.toContain('RAHASIA')
  })

  test('with MongoDB the secret must be given, for every replica needs the same', () => {
    const errors = errorsOf({ DATABASE_URL: 'MONGODB://ani:rahasia@db/x' })
    expect(errors).toMatchObject([{ variable: 'APP_SECRET' }])
    expect(JSON.stringify(errors)).not.toContain('rahasia')
  })
})

test('of the admin both are needed', () => {
  expect(errorsOf({ ADMIN_EMAIL: 'ani@toko.id' }).map(({ variable }) => variable)).toEqual(['ADMIN_PASSWORD'])
  expect(errorsOf({ ADMIN_PASSWORD: 'cukup panjang' }).map(({ variable }) => variable)).toEqual([
    'ADMIN_EMAIL',
  ])
})

test('all that is wrong is told at once, each variable once', () => {
  const errors = errorsOf({ PORT: 'x', LOG_LEVEL: 'y', PUBLIC_URL: 'z', ADMIN_EMAIL: 'w' })
  expect(errors.map(({ variable }) => variable).sort()).toEqual([
    'ADMIN_EMAIL',
    'ADMIN_PASSWORD',
    'LOG_LEVEL',
    'PORT',
    'PUBLIC_URL',
  ])
})

test('nothing can be changed afterwards', () => {
  const config = read({ ADMIN_EMAIL: 'ani@toko.id', ADMIN_PASSWORD: 'cukup panjang', TRUSTED_PROXIES: '::1' })
  const parts = [config, config.admin, config.openai, config.trustedProxies, config.allowPrivateHosts]
  for (const part of parts) expect(Object.isFrozen(part)).toBe(true)
})
