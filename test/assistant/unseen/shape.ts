// What a labelled message looks like. The lists are those of the definition of understanding, written out here once more on purpose:
// the set must not move when the reader's own vocabulary does.

export type State =
  | 'idle'
  | 'choosing'
  | 'asking_link'
  | 'asking_quantity'
  | 'asking_comments'
  | 'asking_amount'
  | 'asking_destination'
  | 'confirming'
  | 'paying'

// biome-ignore format: one group of intents, one line
export type Intent =
  | 'greet' | 'browse' | 'select' | 'give_link' | 'give_quantity' | 'give_comments' | 'give_destination'
  | 'confirm' | 'cancel' | 'change' | 'ask_product' | 'ask_general' | 'more'
  | 'order_status' | 'my_orders' | 'reorder' | 'resend_bill' | 'cancel_order' | 'refill'
  | 'balance' | 'topup' | 'withdraw' | 'language' | 'paid_claim' | 'complaint' | 'human'
  | 'thanks' | 'chitchat' | 'attack'

// biome-ignore format: closed lists
export type Platform =
  | 'instagram' | 'tiktok' | 'youtube' | 'facebook' | 'telegram' | 'twitter' | 'threads' | 'spotify' | 'shopee'
  | 'website' | 'linkedin' | 'google' | 'whatsapp' | 'other'

// biome-ignore format: closed lists
export type Kind =
  | 'followers' | 'likes' | 'views' | 'story_views' | 'live_views' | 'impressions' | 'saves' | 'shares' | 'comments'
  | 'subscribers' | 'watch_time' | 'members' | 'reactions' | 'retweets' | 'plays' | 'traffic' | 'dislikes'
  | 'reviews' | 'other'

// biome-ignore format: closed lists
export type Prefer =
  | 'cheapest' | 'refill' | 'indonesia' | 'lifetime' | 'custom' | 'random' | 'shorts' | 'premium' | 'page'
  | 'profile' | 'post' | 'no_bot' | 'fast' | 'other'

export type About =
  | 'price'
  | 'min'
  | 'max'
  | 'refill'
  | 'cheapest'
  | 'compare'
  | 'speed'
  | 'dripfeed'
  | 'other'

export type Context = {
  shown?: number[]
  mid?: number
  quantity?: number
  link?: string
  order_id?: string
  for?: 'topup' | 'withdraw'
  budget?: number
}

type OneOrMore<T> = T | T[]

export type Slots = {
  mid?: number
  platform?: OneOrMore<Platform>
  kind?: OneOrMore<Kind>
  prefer?: OneOrMore<Prefer>
  about?: OneOrMore<About>
  quantity?: number
  budget?: number
  link?: string
  links?: string[]
  comments?: string[]
  /** The part that must be there, as written; the words around it may be. */
  destination?: string
  order_id?: string
  field?: 'quantity' | 'link' | 'product'
}

/** Which services a list or an answer may name. A predicate is read over the catalogue; `need` and `okay` are mids. */
export type Fits =
  | 'any'
  | {
      /** Each of these belongs in the list … */
      need: number[]
      /** … these may stand there too … */
      okay?: number[]
      /** … one of these comes first … */
      first?: number[]
      /** … and an empty list is right as well. */
      none?: boolean
    }
  | { where: Where; first?: 'cheapest'; none?: boolean }

export type Where = {
  platform?: Platform[]
  kind?: Kind[]
  country?: 'ID'
  guarantee?: true
  lifetime?: true
  trait?: string
  quantity?: number
}

export type Label = {
  intent: Intent
  /** Where the definition leaves two readings open. */
  also?: Intent[]
  slots: Slots
  /** Neither missed nor wrong: values the definition leaves open. */
  may?: { [Slot in keyof Slots]?: Slots[Slot] | NonNullable<Slots[Slot]>[] }
  /** The second way to hold the same words, all slots together. */
  or?: Slots
  fits?: Fits
}

export type Media = 'photo' | 'document' | 'voice' | 'sticker' | 'contact' | 'share'

export type Case = {
  id: string
  state: State
  context: Context
  text: string
  media?: Media
  label: Label
}

export type More = Slots & Omit<Label, 'intent' | 'slots'> & { media?: Media }
export type Row = [id: string, text: string, intent: Intent, more?: More]

/** Messages to one and the same question of the bot. */
export const asked = (state: State, context: Context, rows: Row[]): Case[] =>
  rows.map(([id, text, intent, more = {}]) => {
    const { also, may, or, fits = fitsOf(intent, more), media, ...slots } = more
    return {
      id,
      state,
      context,
      text,
      ...(media ? { media } : {}),
      label: {
        intent,
        slots,
        ...(also ? { also } : {}),
        ...(may ? { may } : {}),
        ...(or ? { or } : {}),
        ...(fits ? { fits } : {}),
      },
    }
  })

const list = <T>(value: OneOrMore<T> | undefined): T[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value]

const TRAITS: Prefer[] = ['custom', 'random', 'shorts', 'page']

/** Unless a row says otherwise, its own platform, kind and wishes choose what may be shown. */
const fitsOf = (intent: Intent, { platform, kind, prefer, about, quantity }: Slots): Fits | undefined => {
  if ((intent !== 'browse' && intent !== 'ask_product') || (!platform && !kind)) return undefined
  const wishes = list(prefer)
  const trait = wishes.find((wish) => TRAITS.includes(wish))
  const where: Where = {
    ...(platform ? { platform: list(platform) } : {}),
    ...(kind ? { kind: list(kind) } : {}),
    ...(wishes.includes('indonesia') ? { country: 'ID' } : {}),
    ...(wishes.includes('refill') ? { guarantee: true } : {}),
    ...(wishes.includes('lifetime') ? { lifetime: true } : {}),
    ...(trait ? { trait } : {}),
    ...(quantity === undefined ? {} : { quantity }),
  }
  const cheapest = wishes.includes('cheapest') || list(about).includes('cheapest')
  return { where, ...(cheapest ? { first: 'cheapest' } : {}) }
}

export const ig = { platform: 'instagram' } as const
export const tiktok = { platform: 'tiktok' } as const
export const youtube = { platform: 'youtube' } as const
export const igFollowers = { platform: 'instagram', kind: 'followers' } as const
export const igLikes = { platform: 'instagram', kind: 'likes' } as const
export const tiktokFollowers = { platform: 'tiktok', kind: 'followers' } as const
export const tiktokLikes = { platform: 'tiktok', kind: 'likes' } as const
export const tiktokViews = { platform: 'tiktok', kind: 'views' } as const
export const subscribers = { platform: 'youtube', kind: 'subscribers' } as const
export const youtubeViews = { platform: 'youtube', kind: 'views' } as const
export const members = { platform: 'telegram', kind: 'members' } as const
