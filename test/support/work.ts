// What tests of running work share: a promise that is opened by hand, and a beat that is struck by hand.

/** `opened` waits until `open` is called. */
export const gate = () => {
  let open = () => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { open, opened }
}

/** Stands in for `setInterval`: `strike` calls what was asked to be called, as long as it was not ended. */
export const handBeat = () => {
  const beats = new Set<() => void>()
  const every = (_ms: number, beat: () => void) => {
    beats.add(beat)
    return () => void beats.delete(beat)
  }
  return {
    every,
    strike: () => {
      for (const beat of beats) beat()
    },
    count: () => beats.size,
  }
}
