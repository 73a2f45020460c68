// What the server answers, as the dashboard calls it. Types only: nothing of the server gets into the bundle.
export type { OrderAction, OrderDetail, OrderPage, OrderRow } from '../../src/http/api/order-views.ts'
export type {
  BotView,
  ConnectionView,
  CustomerView,
  ImportRowView,
  ImportView,
  ItemView,
  KeySetView,
  KnowledgeView,
  OverviewView,
  PreviewMessage,
  PreviewPage,
  PriceExample,
  ProviderView,
  ServicePage,
  ServiceRow,
  SettingsView,
  ShopView,
} from '../../src/http/api/views.ts'
