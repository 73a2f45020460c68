// `lapak health`: for the health check of a container or a monitor; asks the shop on this machine.
import type { Config } from '../config.ts'

export const health = async ({ host, port, basePath }: Config): Promise<number> => {
  const name = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host
  const url = `http://${name.includes(':') ? `[${name}]` : name}:${port}${basePath}/readyz`
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(4000), proxy: '' })
    process.stdout.write(`${response.status} ${(await response.text()).slice(0, 200)}\n`)
    return response.ok ? 0 : 1
  } catch (cause) {
    process.stderr.write(`no answer at ${url}: ${cause instanceof Error ? cause.message : 'unknown fault'}\n`)
    return 1
  }
}
