// The states of an order, in the order of its life; what each means is in flow.ts.

export const STATES = [
  'quoted',
  'billing',
  'awaitingPayment',
  'lapsed',
  'withdrawn',
  'paid',
  'waiting',
  'submitting',
  'unknown',
  'held',
  'submitted',
  'completed',
  'partial',
  'stoppedByPanel',
  'closed',
] as const
export type OrderState = (typeof STATES)[number]
