// English: a person takes the chat: what the customer is promised, what the seller is shown of it.
import { bold, html, lines } from '../html.ts'
import type { Wording } from '../id.ts'

export const handoff: Wording['handoff'] = {
  promise: (p) =>
    p.hours
      ? html`We answer ${p.hours}; by ${p.at} at the latest.`
      : html`We answer around the clock; by ${p.at} at the latest.`,
  humanCalled: (_t, p) =>
    lines(
      p.again
        ? html`We have been called already (number ${bold(p.item)}); your message is added.`
        : html`I have called the admin (number ${bold(p.item)}).`,
      p.promise || false,
      html`Just write here, the admin reads it. Commands and order buttons go on working.`,
    ),
  complaintNoted: (_t, p) => {
    const what = html`${p.refill ? 'refill request' : 'complaint'}${p.number ? html` about ${bold(p.number)}` : ''}`
    return lines(
      p.again
        ? html`Added to ${bold(p.item)}${p.number ? html` (order ${bold(p.number)})` : ''}.`
        : html`${p.refill ? 'All right' : 'Sorry'}, your ${what} is noted under ${bold(p.item)} and passed on to the admin.`,
      p.promise || false,
    )
  },
  handoffOn: (_t, p) =>
    p.item && p.promise
      ? lines(html`The admin has been called (number ${bold(p.item)}).`, p.promise)
      : html`The admin is taking care of this chat. Please wait a moment.`,
  promiseLate: (_t, p) =>
    lines(
      html`Sorry, ${bold(p.item)} was not answered in time. The admin has been reminded again.`,
      p.promise,
    ),
  botBack: (_t, p) =>
    lines(
      html`🤖 I'm back. To order or to ask, just write.`,
      p.item && p.promise
        ? html`${bold(p.item)} is not answered yet and stays with the admin. ${p.promise}`
        : false,
    ),
  fromSeller: (p) => html`💬 ${bold('Admin')}: ${p.text}`,
  answered: {
    passed: (_t, p) =>
      html`💬 ${bold(p.item)}${p.number ? html` (${bold(p.number)})` : ''}: we have passed it on to the server. If nothing has changed tomorrow, write here again.`,
    refill: (_t, p) =>
      html`💬 ${bold(p.item)}: a refill${p.number ? html` of ${bold(p.number)}` : ''} has been asked for. It takes a while; follow it with /status.`,
    normal: (_t, p) =>
      html`💬 ${bold(p.item)}${p.number ? html` (${bold(p.number)})` : ''}: we have looked, it is fine now. If something is still wrong, write here again.`,
    saldo: (_t, p) =>
      html`💬 ${bold(p.item)}: the money${p.number ? html` for ${bold(p.number)}` : ''} is back in your balance. See /balance.`,
  },
  refillEnded: (_t, p) =>
    p.done
      ? html`✅ The refill of ${bold(p.number)} is done.`
      : html`Sorry, the server can't do the refill of ${bold(p.number)}. The admin has been told.`,
  desk: {
    calls: (p) => html`💬 ${bold(p.name)}${p.item ? html` · ${bold(p.item)}` : ''}`,
    due: (p) =>
      p.late
        ? html`🔴 The promised time has passed, the new one is ${p.at}`
        : html`⏰ Promised by ${p.at} at the latest`,
    answered: () => html`✉️ Answered`,
    order: (p) => html`📦 ${bold(p.number)} · ${p.state}`,
    stand: (p) =>
      html`Panel: ${p.word || '–'}${p.start ? ` · start ${p.start}` : ''}${p.remains ? ` · left ${p.remains}` : ''}${p.at ? ` · ${p.at}` : ''}`,
    line: (p) => html`${p.who}: ${p.text}`,
    who: { customer: '👤', bot: '🤖', seller: '🧑‍💼' },
    howTo: () => html`Reply to this message, or press Reply.`,
    over: (p) => html`🤖 The bot has the chat of ${bold(p.name)} again${p.who ? ` · ${p.who}` : ''}`,
    answer: (p) => html`Answer: ${p.text}`,
    more: (p) => html`+ ${p.at}: ${p.text}`,
    remind: (p) =>
      html`⏰ ${bold(p.item)} is not answered. The customer was promised an answer by ${p.at} at the latest.`,
    late: (p) =>
      html`🔴 ${bold(p.item)} is later than promised. The customer got an apology and a new time: ${p.at}.`,
    admin: (p) =>
      html`🆘 Shop ${bold(p.shop)}: ${bold(p.item)} is ${p.long} later than promised and its seller has not answered.`,
    unreached: (p) =>
      html`⚠️ The message to ${bold(p.name)} did not arrive: the customer has blocked the bot. The answer was not sent.`,
    sent: (p) => html`✉️ Sent to ${bold(p.name)}.`,
    ask: (p) =>
      html`Write the answer to ${bold(p.name)}${p.item ? html` (${bold(p.item)})` : ''}, within 15 minutes. /cancel to leave it.`,
    unread: () => html`Write the answer in words, 2,000 characters at most.`,
    refill: {
      done: (p) => html`♻️ The panel has done the refill of ${bold(p.number)}.`,
      failed: (p) =>
        html`⚠️ The panel did not do the refill of ${bold(p.number)}${p.why ? `: ${p.why}` : ''}. The customer has been told.`,
      unknown: (p) =>
        html`❓ Refill of ${bold(p.number)}: the panel's answer could not be read. It is not asked for again by itself; look at the panel, then tell the customer.`,
    },
    refused: {
      needsMessage: html`The customer has no answer yet. Send a message first: press Reply or one of the answers.`,
      noMoneyBack: html`No money has come back to this customer's balance yet. Give it back first (the order's buttons, or the customer's balance on the dashboard), then press again.`,
      noOrder: html`This item has no order.`,
      lettersWaiting: html`Too many messages are waiting to be sent. Wait a moment.`,
      text: html`Write the answer in words, 2,000 characters at most.`,
      refillUnder: html`A refill of this order is under way at the panel.`,
      refillAsking: html`The panel is being asked for this refill. Try again in a moment.`,
      refillLate: html`The guarantee of this order has ended.`,
      refillState: html`This order is not finished, so it can't be refilled yet.`,
      refillRefused: html`The panel refused the refill of this order. Answer the customer in another way.`,
      refillUnknown: html`The panel's answer could not be read: the refill may have been taken. Look at the panel first.`,
      panelSilent: html`The panel can't be reached. Try again later.`,
    },
    buttons: {
      reply: '✏️ Reply',
      handBack: '🤖 Back to the bot',
      chat: '💬 See the chat',
      passed: '➡️ Passed on',
      refill: '♻️ Refill asked for',
      normal: '✅ Fine now',
      saldo: '💰 Money back in saldo',
    },
  },
}
