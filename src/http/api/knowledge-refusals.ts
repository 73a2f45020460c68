// Why a document was not taken, as an answer: too much is 413, another format 415, what can't be read or fetched 422.
import type { KeepFault } from '../../assistant/documents/keep.ts'
import type { RefusalTable } from '../errors.ts'

export const KNOWLEDGE_REFUSALS: RefusalTable<KeepFault> = {
  tooLarge: [413, 'The document is larger than 10 MB'],
  tooManyPages: [413, 'The document has more than 300 pages'],
  tooMuchText: [413, 'The document has more than 1.5 million characters of text'],
  unsupported: [415, 'Only PDF, DOCX, HTML, Markdown and plain text are read'],
  wrongKind: [415, 'The file is not what its name says'],
  empty: [422, 'The document is empty'],
  encrypted: [422, 'The document is locked with a password'],
  noText: [422, 'There is no text in it: a scan, or only pictures'],
  broken: [422, 'The document is damaged and could not be read'],
  tooSlow: [422, 'Reading the document took too long'],
  tooHeavy: [422, 'Reading the document would take too much memory'],
  busy: [503, 'Other documents are being read. Try again in a minute'],
  blockedAddress: [422, 'This address is not public, or no web address'],
  linkTooSlow: [422, 'The address did not answer in time'],
  linkStatus: [422, 'The address did not answer with a document'],
  linkRedirects: [422, 'The address leads on and on'],
  linkSilent: [422, 'The address could not be reached'],
  full: [409, 'The knowledge base is full: delete a document first'],
  alreadyThere: [409, 'This link is already in the knowledge base'],
  notFound: [404, 'There is nothing with this id'],
  noLink: [409, 'Only a document that came from a link can be fetched again'],
  titleOnly: [409, 'Of a file or a link only the title can be changed'],
}
