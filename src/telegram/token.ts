// What is asked of Telegram about a token before and after it is taken: whose it is, where its updates go, what its menu says.
import type { Telegram } from './api.ts'

export type TokenAnswer =
  | { ok: true; id: number; username: string; name: string; webhook: string }
  | { ok: false; reason: 'unauthorized' | 'unreachable'; detail: string }

type Me = { id: number; username?: string; first_name: string }

export const askToken = async (telegram: Telegram): Promise<TokenAnswer> => {
  const me = await telegram.call<Me>('getMe')
  const hook = me.ok ? await telegram.call<{ url?: string }>('getWebhookInfo') : me
  if (!me.ok || !hook.ok) {
    const fault = me.ok ? hook : me
    const reason = !fault.ok && fault.kind === 'unauthorized' ? 'unauthorized' : 'unreachable'
    return { ok: false, reason, detail: fault.ok ? '' : fault.detail }
  }
  const { id, username = '', first_name } = me.result
  return { ok: true, id, username, name: first_name, webhook: hook.result.url ?? '' }
}

/** Kinds of updates that the shop reads; Telegram sends no others. */
export const ALLOWED_UPDATES = ['message', 'callback_query']

export const setWebhook = async (
  telegram: Telegram,
  { url, secret }: { url: string; secret: string },
): Promise<boolean> =>
  (await telegram.call('setWebhook', { url, secret_token: secret, allowed_updates: ALLOWED_UPDATES })).ok

export const deleteWebhook = async (telegram: Telegram): Promise<boolean> =>
  (await telegram.call('deleteWebhook', { drop_pending_updates: false })).ok

export type Menu = { command: string; description: string }[]

/** The menu beside the typing field: the shop's own language for everybody, the other for who uses Telegram in it. A fault costs nothing but the menu. */
export const setMenu = async (
  telegram: Telegram,
  menus: Record<'id' | 'en', Menu>,
  own: 'id' | 'en',
): Promise<void> => {
  const other = own === 'id' ? 'en' : 'id'
  const scope = { type: 'all_private_chats' }
  await telegram.call('setMyCommands', { commands: menus[own], scope })
  await telegram.call('setMyCommands', { commands: menus[other], scope, language_code: other })
}
