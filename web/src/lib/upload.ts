// Sends a file and tells how far it is: `fetch` can't say that of a request yet.
import { ApiError, address, csrf, type Failure, onSignedOut } from '../api.ts'

const failed = (status: number, error: Partial<Failure> = {}): ApiError =>
  new ApiError({
    status,
    code: error.code ?? (status === 0 ? 'offline' : status === 413 ? 'tooLarge' : 'unknown'),
    message: error.message ?? '',
    fields: error.fields ?? {},
  })

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** `progress`: 0 to 100 of what has left; 100 means that the server is reading it. */
export const upload = <T>(path: string, file: File, progress: (percent: number) => void): Promise<T> =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    const form = new FormData()
    form.set('file', file)
    request.open('POST', address(path))
    request.setRequestHeader('accept', 'application/json')
    request.setRequestHeader('x-csrf', csrf.value)
    request.upload.onprogress = ({ loaded, total }) =>
      progress(total > 0 ? Math.floor((loaded / total) * 100) : 0)
    request.upload.onload = () => progress(100)
    request.onerror = () => reject(failed(0))
    request.onload = () => {
      const { status, responseText } = request
      const data = parsed(responseText)
      if (status >= 200 && status < 300) return resolve(data as T)
      if (status === 401) onSignedOut.now()
      reject(failed(status, (data as { error?: Partial<Failure> } | null)?.error))
    }
    request.send(form)
  })
