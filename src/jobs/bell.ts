// A sleep that ends early when somebody rings. A ring while nobody sleeps is kept for the next sleep.

export type Bell = {
  ring(): void
  /** Forgets rings so far: what they told of is about to be looked at. */
  listen(): void
  /** `ms` null: until somebody rings. */
  sleep(ms: number | null): Promise<void>
}

export const makeBell = (): Bell => {
  let rung = false
  let wake: (() => void) | null = null
  return {
    ring: () => {
      rung = true
      wake?.()
    },
    listen: () => {
      rung = false
    },
    sleep: (ms) =>
      new Promise((resolve) => {
        if (rung) return resolve()
        const timer = ms === null ? undefined : setTimeout(() => wake?.(), ms)
        wake = () => {
          clearTimeout(timer)
          wake = null
          resolve()
        }
      }),
  }
}
