// A process that dies at a chosen call: before the k-th call or right after it nothing of it goes on. Its promises never settle,
// as a killed process answers nobody; what it had written by then stands.

export type Death = { call: number; when: 'before' | 'after' }

export type Mortal = {
  calls(): number
  /** It will die at the n-th counted call from now. */
  doom(death: Death): void
  /** `null`: it died meanwhile. */
  run<Result>(work: () => Promise<Result>): Promise<{ value: Result } | null>
  /** The same methods as calls of this process. `counted` says which of them are a moment to die at. */
  wrap<Noun extends object>(noun: Noun, counted: (method: string) => boolean, name?: string): Noun
}

type Method = (...input: unknown[]) => unknown

const never = new Promise<never>(() => undefined)

const turn = () => new Promise<void>((resolve) => setImmediate(resolve))

type Manner = {
  /** How many turns of the event loop a call takes: other work comes in between. */
  turns(): number
  /** Told before the call of `noun.method`: somebody else was faster. */
  meanwhile(call: string): Promise<void>
}

export const makeMortal = (manner: Manner, first?: Death): Mortal => {
  let death = first
  let calls = 0
  let dead = false
  let die = (): void => undefined
  const died = new Promise<null>((resolve) => {
    die = () => {
      dead = true
      resolve(null)
    }
  })
  const call = async (name: string, method: () => unknown, counts: boolean): Promise<unknown> => {
    if (dead) return never
    const mine = counts && ++calls === death?.call
    if (mine && death?.when === 'before') die()
    for (let left = manner.turns(); left > 0; left--) await turn()
    await manner.meanwhile(name)
    if (dead) return never
    const result = await method()
    if (mine) die()
    return dead ? never : result
  }
  return {
    calls: () => calls,
    doom: ({ call, when }) => {
      death = { call: calls + call, when }
    },
    run: (work) => Promise.race([work().then((value) => ({ value })), died]),
    wrap: (noun, counted, of = '') =>
      Object.fromEntries(
        Object.entries(noun).map(([name, value]) => [
          name,
          typeof value === 'function'
            ? (...input: unknown[]) => call(`${of}.${name}`, () => (value as Method)(...input), counted(name))
            : value,
        ]),
      ) as typeof noun,
  }
}
