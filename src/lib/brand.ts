// Types that look alike but must not be mixed: ids, whole rupiah, milliseconds.

declare const brand: unique symbol
export type Brand<T, Name extends string> = T & { readonly [brand]?: Name }

export type ShopId = Brand<string, 'ShopId'>
export type AccountId = Brand<string, 'AccountId'>
export type CustomerId = Brand<string, 'CustomerId'>
export type OrderId = Brand<string, 'OrderId'>
export type ProviderId = Brand<string, 'ProviderId'>
export type ServiceId = Brand<string, 'ServiceId'>
/** Key of one chat: `<bot key>:<telegram user id>`; the bot key is the bot's number or `preview-<shop>`. */
export type ChatKey = Brand<string, 'ChatKey'>
/** Whole rupiah, never a fraction. */
export type Rupiah = Brand<number, 'Rupiah'>
/** Milliseconds: a point in time since 1970, or a length of time. */
export type Millis = Brand<number, 'Millis'>
