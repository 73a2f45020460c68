// Headers of every answer, and how much a request may carry.
import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { secureHeaders } from 'hono/secure-headers'
import { READ_LIMITS } from '../assistant/documents/reading.ts'
import type { AppEnv } from './env.ts'
import { reject } from './errors.ts'

const SELF = ["'self'"]

/** No inline script or style, no foreign frame. Pictures may also come from memory (the preview's QR). */
export const safeHeaders = (): MiddlewareHandler<AppEnv> =>
  secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: SELF,
      imgSrc: ["'self'", 'data:', 'blob:'],
      objectSrc: ["'none'"],
      baseUri: SELF,
      formAction: SELF,
      frameAncestors: ["'none'"],
    },
    xFrameOptions: 'DENY',
    // `no-referrer` would make browsers send `Origin: null` with a form.
    referrerPolicy: 'same-origin',
    permissionsPolicy: { camera: [], microphone: [], geolocation: [], payment: [] },
    strictTransportSecurity: false,
  })

/** A browser that once came by https stays with it. */
export const stayOnHttps: MiddlewareHandler<AppEnv> = async (c, next) => {
  await next()
  if (c.get('client').https) c.header('Strict-Transport-Security', 'max-age=15552000')
}

const KB = 1024
const USUAL = 64 * KB
/** A whole file comes in here, which takes a phone longer than any answer takes us. */
const UPLOAD = /^\/api\/shops\/[^/]+\/knowledge\/files$/
export const isUpload = (path: string): boolean => UPLOAD.test(path)

/** Doors that carry more than a form: a long knowledge document, a long Telegram message with all it quotes. */
const LARGER: readonly (readonly [path: RegExp, bytes: number])[] = [
  [/^\/api\/shops\/[^/]+\/knowledge$/, 1024 * KB],
  // A file of the size that is taken, and what a form wraps it in.
  [UPLOAD, READ_LIMITS.bytes + 64 * KB],
  [/^\/hooks\/telegram\//, 512 * KB],
]

/** The largest body any door takes; for Bun's own `maxRequestBodySize`. */
export const MOST_BYTES = READ_LIMITS.bytes + 64 * KB

const tooLarge = (bytes: number) => () =>
  reject(413, { code: 'tooLarge', message: `The request is larger than ${bytes / KB} KB` })

export const limitBody = (basePath: string): MiddlewareHandler<AppEnv> => {
  const usual = bodyLimit({ maxSize: USUAL, onError: tooLarge(USUAL) })
  const larger = LARGER.map(([path, bytes]) => {
    const check = bodyLimit({ maxSize: bytes, onError: tooLarge(bytes) })
    return { path, check }
  })
  return (c, next) => {
    const path = c.req.path.slice(basePath.length)
    return (larger.find((one) => one.path.test(path))?.check ?? usual)(c, next)
  }
}
