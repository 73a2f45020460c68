// What the admin's routes answer; types only.
export type { AccountView } from '../../../../src/http/api/accounts.ts'
export type { PlatformModelView } from '../../../../src/http/api/model.ts'
export type { PlatformView } from '../../../../src/http/api/platform.ts'
export type { PlatformShopView } from '../../../../src/http/api/platform-shops.ts'
