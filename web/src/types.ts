// What the server answers, as the dashboard calls it. Types only: nothing of the server gets into the bundle.

export type { AuditPage, AuditRow } from '../../src/http/api/audit.ts'
export type { ChatLine, ChatPage, ChatView } from '../../src/http/api/chat-views.ts'
export type {
  KnowledgeDocumentView,
  KnowledgeView,
  QuestionView,
  TryView,
} from '../../src/http/api/knowledge-views.ts'
export type { ManualQrisPage } from '../../src/http/api/manual-qris.ts'
export type { ModelView } from '../../src/http/api/model.ts'
export type {
  FiguresView,
  MoneyView,
  OwedRow,
  OwedView,
  RestoredView,
} from '../../src/http/api/money-views.ts'
export type {
  DecisionPage,
  OrderAction,
  OrderDetail,
  OrderMatter,
  OrderPage,
  OrderRow,
  OtherService,
} from '../../src/http/api/order-views.ts'
export type {
  DestinationView,
  WalletEntryView,
  WalletPage,
  WithdrawalPage,
  WithdrawalView,
} from '../../src/http/api/saldo-views.ts'
export type {
  AlternativeRow,
  BotTaken,
  BotView,
  ConnectionView,
  CustomerView,
  ImportRowView,
  ImportView,
  ItemView,
  KeySetView,
  OverviewView,
  PreviewMessage,
  PreviewPage,
  PriceExample,
  ProviderStand,
  ProviderView,
  ServicePage,
  ServiceRow,
  SettingsView,
  ShopView,
} from '../../src/http/api/views.ts'
