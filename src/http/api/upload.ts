// One file out of a multipart request, of which `security.ts` has let no more in than a file may have.
import type { Context } from 'hono'
import type { RawDocument } from '../../assistant/documents/reading.ts'
import type { AppEnv } from '../env.ts'
import { reject } from '../errors.ts'

const missing = (): never =>
  reject(400, { code: 'invalid', message: 'A file is expected', fields: { file: 'is missing' } })

export const uploaded = async (c: Context<AppEnv>): Promise<{ title?: string; file: RawDocument }> => {
  if (!/^multipart\/form-data\b/i.test(c.req.header('content-type') ?? '')) return missing()
  const form = await c.req.raw.formData().catch(() => null)
  const file = form?.get('file')
  if (!(file instanceof File)) return missing()
  const title = form?.get('title')
  return {
    file: {
      bytes: new Uint8Array(await file.arrayBuffer()),
      name: file.name.slice(0, 200),
      type: file.type.slice(0, 100),
    },
    ...(typeof title === 'string' && title.trim() ? { title: title.trim().slice(0, 120) } : {}),
  }
}
