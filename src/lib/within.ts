// Who waits has only so much patience; what is waited for goes on.

export type Wait = (ms: number, signal?: AbortSignal) => Promise<void>

/** The answer, or null when it has not come in `ms` milliseconds. */
export const within = async <Answer>(
  wait: Wait,
  ms: number,
  work: Promise<Answer>,
): Promise<Answer | null> => {
  const answered = new AbortController()
  try {
    return await Promise.race([work, wait(ms, answered.signal).then(() => null)])
  } finally {
    answered.abort()
  }
}
