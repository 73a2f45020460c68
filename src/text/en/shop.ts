// English: the shop itself: help, manners, terms, privacy, trouble.
import { bold, html, lines } from '../html.ts'
import type { shop as id } from '../id/shop.ts'

export const shop: typeof id = {
  payHow: () =>
    lines(
      html`You pay by QRIS: GoPay, DANA, OVO, ShopeePay or any m-banking app.`,
      html`Choose a product → send the link → quantity → check the summary → the QRIS comes here. No extra cost.`,
    ),
  topics: {
    safe: () =>
      lines(
        html`We never ask for a password, so your account logs in nowhere; a link or username is enough.`,
        html`To be honest, though: Instagram, TikTok and other platforms forbid bought engagement and may limit an account, and numbers may fall. That risk exists; the decision is yours (/terms).`,
      ),
    password: () =>
      html`No password, PIN or OTP is needed; a link or username is enough. Do not send one to anybody.`,
    refund: () =>
      html`If an order cannot be processed, all of it returns to your balance; if it is delivered in part, the rest does. Money back can be spent here or taken out to an e-wallet or bank with /withdraw.`,
    private: () =>
      html`The account or post must be public from start to end, and its username or link must not change.`,
    real: () =>
      html`Whether the accounts are genuine, active or stay for good is nothing we can promise: platforms remove accounts, and numbers may fall. What counts is what the product states; for more peace of mind take one with a guarantee (♻️).`,
    haggle: () => html`Prices are fixed here. To find the cheapest, write “which is the cheapest”.`,
    link: () =>
      html`It depends on the product: followers need a profile link or username; likes, views and comments need the link of the post or video. How to copy it is shown once you have chosen.`,
    hours: () =>
      html`You can order and pay at any time in this chat; it starts right after payment. What needs the admin is answered in the shop's service hours.`,
  },
  general: () => html`I have no notes about that. I have passed it on to the admin.`,
  questionAnswered: (_t, p) => html`You asked “${p.question}”. Here is the admin's answer:`,
  priceHow: () => html`For a price, name the product and the quantity, such as “price of 1000 ig followers”.`,
  thanks: () => html`You're welcome! 🙏`,
  small: {
    yes: () => html`Sure!`,
    offer: () => html`Would you like to order something?`,
    pick: (_t, p) => html`Just choose a product number, e.g. ${p.mid}`,
    bill: (_t, p) => html`Bill ${bold(p.number)} is still waiting to be paid.`,
  },
  refuseAttack: () =>
    html`Sorry, that is not possible. Prices and orders go only by the summary and buttons here.`,
  notUnderstood: {
    once: () => html`Sorry, I did not get that. Could you put it another way?`,
    choosing: (_t, p) => html`Sorry, I did not get that. Just choose a product number, e.g. ${p.mid}`,
    link: () => html`Sorry, I did not get that. I am waiting for the target link.`,
    quantity: () => html`Sorry, I did not get that. I am waiting for the quantity, e.g. 1000`,
    comments: () => html`Sorry, I did not get that. I am waiting for the comments, one per line.`,
    confirming: () => html`Sorry, I did not get that. Press ✅ Pay if it is right, or Cancel.`,
    amount: () => html`Sorry, I did not get that. I am waiting for the sum, e.g. 50k`,
    destination: () =>
      html`Sorry, I did not get that. I am waiting for where to send it: e-wallet or bank, number and name.`,
    payout: () => html`Sorry, I did not get that. Press ✅ Yes, withdraw if it is right, or Cancel.`,
    repeat: () => html`Sorry, I did not get that. Press Order again, or Cancel.`,
    often: () => html`Sorry, I still do not get it. Try /products for the list, or call the admin below.`,
  },
  askLanguage: () => html`Pilih bahasa / Choose a language:`,
  languageSet: () => html`Done, I will speak English.`,
  askAway: (_t, p) =>
    lines(
      html`What would you like to know? Just write it, for example:`,
      html`• “how much is 2000 of ${p.one}?”`,
      html`• “does ${p.one} have a guarantee?”`,
      p.other ? html`• “what is the difference between ${p.one} and ${p.other}?”` : false,
      html`• “how do I pay?”`,
    ),
  help: () =>
    lines(
      'Just write what you want, e.g. “1000 ig followers”, and follow the steps. Or:',
      '/products – products',
      '/order – start an order',
      '/bills – unpaid bills',
      '/status – order status',
      '/history – order history',
      '/balance – your balance and its entries',
      '/deposit – top up',
      '/withdraw – withdraw to an e-wallet or bank',
      '/cancel – cancel',
      '/language – change language',
      '/terms – terms',
      '/privacy – data and privacy',
    ),
  terms: (_t, p) =>
    lines(
      bold(`Terms of ${p.shop}`),
      html`Version ${p.version}`,
      '',
      html`1. What is sold: social-media services (followers, likes, views and the like), delivered by third-party servers. Numbers may rise and fall.`,
      html`2. Instagram, TikTok and other platforms forbid bought engagement and may limit an account. That risk exists; the decision is yours.`,
      html`3. We never need a password, PIN or OTP. Do not send one to anybody.`,
      html`4. The account or post must be public, and username/link must not change until the order is done. One order of a kind per target at a time.`,
      html`5. You are charged the price in the summary you agreed to, with no extra cost. Bills have a time limit.`,
      html`6. Money back: if an order cannot be processed or is stopped, all of it returns to your balance; if it is delivered in part, the undelivered part does. Late or double payments go to your balance as well. Money back in your balance can be withdrawn to an e-wallet or bank account with /withdraw, sent by the seller within 24 hours; what you top up yourself (/deposit) is for shopping, and can be withdrawn only where the shop allows it. A balance never expires.`,
      html`7. A guarantee exists only where the product states it, for the time and in the way stated there.`,
      html`8. An order that was sent to the server usually cannot be stopped.`,
      html`9. We do not serve gambling, pornography, fraud or unlawful targets.`,
      html`10. Complaints: press “Something is wrong” on the order or 💬 Admin, at most 30 days after it is done. Answered in the shop's service hours; by when is said when the complaint is noted.`,
      p.contact ? html`Contact: ${p.contact}` : false,
    ),
  privacy: (_t, p) =>
    lines(
      bold(`Privacy at ${p.shop}`),
      '',
      html`What is stored: your name and chat ID, the chat, target links, orders and their payments (amount, time, QRIS issuer). Where a withdrawal goes (e-wallet or bank, number, name) is stored encrypted and deleted 90 days after the withdrawal has ended.`,
      html`What for: carrying out orders, returning money, answering complaints.`,
      html`Who sees it: the seller; the payment provider (the bill); the delivering server (only link, quantity, comments). The chat may be read by an AI service to understand it; what looks like a password, PIN or OTP is removed before it is stored and is not sent to the AI.`,
      html`How long: chats unused for ${p.days} days are deleted. Records of orders and money are kept for the books.`,
      html`Delete your data: type /hapusdata. Your chat and name are deleted; order records stay without a name, and your balance is not lost.`,
      p.contact ? html`Contact: ${p.contact}` : false,
    ),
  dataDeleted: () =>
    html`Done: your chat and name are deleted. Order records and your balance remain, without a name.`,
  voice: () => html`Sorry, I cannot listen to voice messages. Please type it.`,
  photoNoLink: () => html`I cannot read a link from a picture. I am waiting for the link, or the username.`,
  photoNoBill: () =>
    html`I got the picture, but no bill is open. If it is about an order, write its number or press Admin.`,
  mediaUnread: () => html`I cannot read that. Please type it.`,
  secretDeleted: () =>
    html`🔒 That message looked like a password, PIN or OTP, so it was deleted and not stored. We never need one; a link or username is enough.`,
  groupLine: (_t, p) => html`Please order in the private chat: https://t.me/${p.username}`,
  closed: () => html`The shop is not open yet. Please try again later.`,
  closedUntil: (_t, p) => html`The shop is closed until ${p.at}.`,
  testing: () => html`The seller is still testing this shop, so it cannot take orders yet.`,
  blocked: () => html`Sorry, this account cannot order here. Contact the seller if that is a mistake.`,
  busy: () => html`One moment…`,
  trouble: () => html`Sorry, something went wrong. Your message is stored; no money or order is lost.`,
  bound: () =>
    html`✅ This Telegram account is connected as the shop's seller. Important news comes here; send /console to run the shop from this chat.`,
  bindLapsed: () => html`That link has expired or was used. Please make a new one on the dashboard.`,
}
