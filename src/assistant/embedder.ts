// The contract of a server that turns texts into vectors whose directions lie near each other where the meanings do. Optional: without
// one, or while it does not answer, passages are found by their words alone.

/** One vector a text, all of one length; null: not to be had now. Never throws. */
export type Embedder = { embed(texts: readonly string[]): Promise<Float32Array[] | null> }
