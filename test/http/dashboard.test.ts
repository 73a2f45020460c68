import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { browser, house } from './house.ts'

let root = ''
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'lapak-web-'))
  await mkdir(join(root, 'assets'))
  await writeFile(
    join(root, 'index.html'),
    '<!doctype html><html><head lang="id"><script type="module" src="./assets/main-1.js"></script></head></html>',
  )
  await writeFile(join(root, 'assets/main-1.js'), 'console.log(1)')
  await writeFile(join(root, 'favicon.svg'), '<svg/>')
  await writeFile(join(root, '..', 'outside.txt'), 'secret')
})
afterAll(() => rm(root, { recursive: true }))

describe.each(['', '/lapak', '/a/b'])('under %p', (basePath) => {
  const get = async (path: string) =>
    browser(await house({ root, settings: { basePath } })).fetch('GET', path)

  test.each(['/', '/orders', '/orders/o_1'])('%s is the page, with its base', async (path) => {
    const response = await get(path)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toContain('text/html')
    expect(response.headers.get('cache-control')).toBe('no-cache')
    expect(await response.text()).toContain(`<head lang="id"><base href="${basePath}/">`)
  })

  test('files are served as they are, for ever', async () => {
    const response = await get('/assets/main-1.js')
    expect(await response.text()).toBe('console.log(1)')
    expect(response.headers.get('content-type')).toContain('javascript')
    expect(response.headers.get('cache-control')).toContain('immutable')
    expect((await get('/favicon.svg')).headers.get('content-type')).toContain('svg')
  })

  test.each([
    '/assets/none.js',
    '/assets/../index.html.bak',
    '/assets/%2e%2e/%2e%2e/outside.txt',
    '/none.svg',
  ])('%s is not there', async (path) => {
    const response = await get(path)
    expect(await response.text()).not.toContain('secret')
    expect(response.status === 404 || response.headers.get('content-type')?.includes('html')).toBe(true)
  })
})

test('with a base path the address above it is not ours', async () => {
  const at = await house({ root, settings: { basePath: '/lapak' } })
  for (const path of ['/', '/orders', '/lapakx', '/api/session'])
    expect((await at.app.request(`http://localhost${path}`)).status).toBe(404)
  expect((await at.app.request('http://localhost/lapak')).status).toBe(200)
})

test('unbuilt, it says what to run', async () => {
  const response = await browser(await house({ root: '/nowhere' })).fetch('GET', '/')
  expect([response.status, await response.text()]).toEqual([503, expect.stringContaining('bun run web')])
})
