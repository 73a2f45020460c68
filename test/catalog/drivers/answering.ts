// A v2 provider whose panel gives one composed answer to everything, and notes what it was asked.
import { type PanelAnswer, type PanelRequest, smmV2Provider } from '../../../src/catalog/drivers/smm-v2.ts'

export const KEY = 'se/cret+KEY&of-panel'
export type Asked = { url: string; request: PanelRequest; fields: Record<string, string> }

export const answer = (body: unknown, status = 200): PanelAnswer => ({
  ok: true,
  status,
  headers: new Headers(),
  bytes: new TextEncoder().encode(typeof body === 'string' ? body : JSON.stringify(body)),
})

/** `reply` is asked for every request; a value is the answer to all of them. */
export const answering = (reply: PanelAnswer | ((asked: Asked) => PanelAnswer)) => {
  const asked: Asked[] = []
  const provider = smmV2Provider({
    endpoint: 'https://panel.test/api/v2/',
    key: KEY,
    fetch: async (url, request) => {
      const call = { url, request, fields: Object.fromEntries(new URLSearchParams(request.body)) }
      asked.push(call)
      return typeof reply === 'function' ? reply(call) : reply
    },
    pause: async () => {},
  })
  return { provider, asked }
}
