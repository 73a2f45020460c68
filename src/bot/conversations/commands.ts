// Commands are understood at any time and never end the dialogue, except /start and /batal, which are asked to.
import type { Dialogue } from '../../model/dialogue.ts'
import { IDLE } from '../../model/dialogue.ts'
import type { ShopView } from '../goods.ts'
import type { Command } from './heard.ts'
import { type Step, showWindow } from './listing.ts'
import { closed, greet, stop } from './manners.ts'
import { choose } from './purchase.ts'
import { onSaldoCommand } from './saldo.ts'

export const onCommand = (dialogue: Dialogue, command: Command, shop: ShopView): Step => {
  switch (command.command) {
    case 'start':
      return start(command, shop)
    case 'products':
    case 'order':
      return shop.sells === 'yes' ? showWindow(dialogue, shop) : { dialogue, say: [closed(shop)] }
    case 'history':
      return { dialogue, say: [], act: { do: 'myOrders' } }
    case 'status':
      return {
        dialogue,
        say: [],
        act: { do: 'check', ...(command.number ? { number: command.number } : {}) },
      }
    case 'saldo':
    case 'topup':
    case 'takeOut':
      return onSaldoCommand(dialogue, command, shop)
    case 'bills':
      return { dialogue, say: [], act: { do: 'bills' } }
    case 'help':
      return { dialogue, say: [{ say: 'help' }] }
    case 'cancel':
      return stop(dialogue, shop)
    case 'language':
      return command.language
        ? { dialogue, say: [], act: { do: 'language', language: command.language } }
        : { dialogue, say: [{ say: 'askLanguage' }] }
    case 'terms':
    case 'privacy':
      return { dialogue, say: [{ say: command.command, shop: shop.name, ...legal(shop) }] }
    case 'forget':
      return { dialogue: IDLE, say: [], act: { do: 'forget' } }
  }
}

const start = (command: Command & { command: 'start' }, shop: ShopView): Step => {
  if (command.bind) return { dialogue: IDLE, say: [], act: { do: 'bind', token: command.bind } }
  if (command.number) return { dialogue: IDLE, say: [], act: { do: 'check', number: command.number } }
  if (command.service && shop.sells === 'yes' && shop.goods.line(command.service))
    return choose(IDLE, shop, command.service)
  return greet(IDLE, shop)
}

const legal = (shop: ShopView) => ({
  version: shop.terms,
  days: shop.chatDays,
  ...(shop.contact ? { contact: shop.contact } : {}),
})
