// English: the words for platforms, kinds, wishes, links, states and buttons.
import { html } from '../html.ts'
import type * as id from '../id/words.ts'

export const platforms: typeof id.platforms = {
  instagram: 'Instagram',
  tiktok: 'TikTok',
  youtube: 'YouTube',
  facebook: 'Facebook',
  telegram: 'Telegram',
  twitter: 'X (Twitter)',
  threads: 'Threads',
  spotify: 'Spotify',
  shopee: 'Shopee',
  website: 'Website',
  linkedin: 'LinkedIn',
  google: 'Google',
  whatsapp: 'WhatsApp',
  other: 'Other',
}

export const shortPlatforms: typeof id.shortPlatforms = {
  ...platforms,
  instagram: 'IG',
  youtube: 'YT',
  facebook: 'FB',
  twitter: 'X',
  other: '',
}

export const kinds: typeof id.kinds = {
  followers: 'followers',
  likes: 'likes',
  views: 'views',
  story_views: 'story views',
  live_views: 'live viewers',
  impressions: 'impressions',
  saves: 'saves',
  shares: 'shares',
  comments: 'comments',
  subscribers: 'subscribers',
  watch_time: 'watch hours',
  members: 'members',
  reactions: 'reactions',
  retweets: 'retweets',
  plays: 'plays',
  traffic: 'visitors',
  dislikes: 'dislikes',
  reviews: 'reviews',
  other: '',
}

export const prefers: typeof id.prefers = {
  cheapest: 'cheapest',
  refill: 'with guarantee',
  indonesia: 'Indonesian',
  lifetime: 'lifetime guarantee',
  custom: 'own comments',
  random: 'random comments',
  shorts: 'Shorts',
  premium: 'premium',
  page: 'page',
  profile: 'profile',
  post: 'post',
  no_bot: 'no bots',
  fast: 'fast',
  other: '',
}

export const linkKinds: typeof id.linkKinds = {
  profile: 'profile',
  post: 'post',
  video: 'video/reel',
  channel: 'channel/group',
  page: 'page',
  website: 'website',
  any: 'target',
}

export const states: typeof id.states = {
  quoted: 'waiting for your yes',
  billing: 'the QRIS is being made',
  awaitingPayment: 'waiting for payment',
  lapsed: 'expired, do not pay',
  withdrawn: 'cancelled, do not pay',
  paid: 'paid, on its way to the server',
  waiting: 'queued',
  submitting: 'being sent to the server',
  unknown: 'being checked at the server',
  held: 'on hold, waiting for a decision',
  submitted: 'in progress',
  completed: 'completed',
  partial: 'partly completed',
  stoppedByPanel: 'stopped by the server',
  closed: 'closed',
}

export const reasons: typeof id.reasons = {
  link: () => html`the server cannot work with this link`,
  private: () => html`the account or post is private or cannot be opened`,
  quantity: () => html`this quantity is not accepted for the product`,
  service: () => html`this product is not available right now`,
  funds: () => html`the server is full`,
  activeOrder: () => html`another order is still running on the same target`,
  comments: () => html`the comments were not accepted`,
  auth: () => html`the server has a problem`,
  throttled: () => html`the server is busy`,
  other: () => html`the server did not accept this order`,
}

export const buttons: typeof id.buttons = {
  more: 'More ▸',
  categories: 'Categories',
  ask: 'Ask',
  products: '🛒 Products',
  pay: (sum) => `✅ Pay ${sum}`,
  payBySaldo: '✅ Pay with balance',
  changeQuantity: 'Change quantity',
  changeComments: 'Change comments',
  changeLink: 'Change link',
  cancel: 'Cancel',
  checkPayment: '🔄 Check payment',
  checkAgain: '🔄 Check again',
  edit: '✏️ Change',
  withdraw: '✖️ Cancel',
  admin: '💬 Admin',
  status: '🔄 Check status',
  again: 'Order again',
  problem: 'Something is wrong',
  wait: 'Wait',
  otherProduct: 'Other product',
  toSaldo: 'Return to balance',
  goOn: 'Continue with another product',
  keep: 'Keep',
  toWallet: 'Send to e-wallet',
  sameAgain: '🔁 Same again',
  indonesian: '🇮🇩 Indonesia',
  english: '🇬🇧 English',
}
