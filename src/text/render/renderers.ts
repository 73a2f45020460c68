// The shape that all renderers share: one function for each thing the shop can say.
import type { News, Outgoing, Say } from '../../model/say.ts'
import type { Context } from './context.ts'

export type SayOf<Name extends Say['say']> = Extract<Say, { say: Name }>
export type NewsOf<Name extends News['news']> = Extract<News, { news: Name }>

export type SayRenderers = { [Name in Say['say']]: (say: SayOf<Name>, c: Context) => Outgoing }
export type NewsRenderers = { [Name in News['news']]: (news: NewsOf<Name>, c: Context) => Outgoing }
