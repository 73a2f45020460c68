// What can be expected is data: a verb answers `{ ok: true, … }` or `{ ok: false, reason }`; only bugs and outages throw.

export type Refusal<Reason extends string = string> = { ok: false; reason: Reason; detail?: string }
// biome-ignore lint/complexity/noBannedTypes: an outcome without data is `{ ok: true }`
export type Outcome<Data = {}, Reason extends string = string> = ({ ok: true } & Data) | Refusal<Reason>

export const refuse = <Reason extends string>(reason: Reason, detail?: string): Refusal<Reason> =>
  detail === undefined ? { ok: false, reason } : { ok: false, reason, detail }
