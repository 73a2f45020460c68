// The built dashboard, the same from source and from inside the binary. It is built with Vite's `base: './'`; the `<base>` tag
// written here makes those addresses work under any BASE_PATH and any page. The page reads `document.baseURI`.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Hono } from 'hono'
import { serveStatic } from 'hono/bun'
import type { AppEnv } from './env.ts'

/** The embedded folder of a compiled binary (`--asset dist/web`), else dist/web of the repository. */
export const dashboardRoot = (): string =>
  /^(\/\$bunfs\/|[A-Z]:[\\/]~BUN)/.test(import.meta.dir)
    ? join(import.meta.dir, 'web')
    : join(import.meta.dir, '../../dist/web')

const FOREVER = 'public, max-age=31536000, immutable'

const NOT_BUILT = 'The dashboard is not built. Run: bun run web\n'

/** The page with its `<base>`, or null if there is no dashboard. */
const readPage = async (root: string, basePath: string): Promise<string | null> => {
  try {
    const html = await readFile(join(root, 'index.html'), 'utf8')
    return html.replace(/<head([^>]*)>/i, `<head$1><base href="${basePath}/">`)
  } catch {
    return null
  }
}

/** Mounted last, at `basePath`: files by name, and the page for every other address. */
export const makeDashboard = ({ root, basePath }: { root: string; basePath: string }) => {
  const rewriteRequestPath = (path: string) => path.slice(basePath.length)
  let page: Promise<string | null> | undefined
  const pageOnce = async () => {
    page ??= readPage(root, basePath)
    const html = await page
    if (html === null) page = undefined
    return html
  }
  return new Hono<AppEnv>()
    .get(
      '/assets/*',
      serveStatic<AppEnv>({
        root,
        rewriteRequestPath,
        onFound: (_, c) => c.header('Cache-Control', FOREVER),
      }),
      (c) => c.notFound(),
    )
    .get(
      '/:file{[\\w-]+\\.(?:svg|png|ico|webmanifest|txt)}',
      serveStatic<AppEnv>({ root, rewriteRequestPath }),
      (c) => c.notFound(),
    )
    .get('*', async (c) => {
      const html = await pageOnce()
      if (html === null) return c.text(NOT_BUILT, 503)
      c.header('Cache-Control', 'no-cache')
      return c.html(html)
    })
}
