// How a document changes: decided on what was read, written guarded by that version.

/** Reads the document, lets `decide` make the next one (pure, may run more than once), writes guarded by the version read.
 *  `null` from `decide`: nothing to change. Answers the document as it then is, or `null` if there is none. */
export type Change<Doc> = (current: Doc) => Doc | null

export type Created = 'created' | 'exists'
