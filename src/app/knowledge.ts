// The knowledge base with its deps filled in: files read in a process apart, links through the guarded client, one index a shop.
import { join } from 'node:path'
import {
  addFile,
  addLink,
  addTyped,
  changeDocument,
  type KeepDeps,
  refreshLink,
} from '../assistant/documents/keep.ts'
import { makeFetchDocument } from '../assistant/documents/link.ts'
import { documentProcess } from '../assistant/drivers/document-process.ts'
import { openaiEmbedder } from '../assistant/drivers/openai-embeddings.ts'
import { answerFrom, makeKnowledge, passagesFor } from '../assistant/knowledge.ts'
import { makeNear, type Near } from '../assistant/nearest.ts'
import { answerQuestion, dismissQuestion, unanswered } from '../assistant/unanswered.ts'
import type { KnowledgeApiDeps } from '../http/api/knowledge.ts'
import { maskForModel } from '../model/model-mask.ts'
import type { Base } from './base.ts'
import type { Goods } from './goods.ts'

/** This program called with another command: the binary itself, or the runtime with its source. */
const readingCommand = (): string[] =>
  /^(\/\$bunfs\/|[A-Z]:[\\/]~BUN)/.test(import.meta.dir)
    ? [process.execPath, 'read-document']
    : [process.execPath, join(import.meta.dir, '../main.ts'), 'read-document']

/** Off unless the operator names an embedding model; then the environment's own server and key are used, and no other. */
const nearOf = ({ config, log, clock }: Base): { near?: Near } => {
  const { apiKey, baseUrl, embeddingModel } = config.openai
  if (!apiKey || !embeddingModel) return {}
  const embedder = openaiEmbedder({ apiKey, baseUrl, model: embeddingModel }, { log, clock })
  return { near: makeNear({ embedder, mask: (text) => maskForModel(text) }) }
}

export const makeKnowledgeDesk = (base: Base) => {
  const { store, wait, log, safeFetch } = base
  const index = makeKnowledge({ store })
  const deps: KeepDeps = {
    ...base,
    read: documentProcess({ command: readingCommand(), wait, log }),
    fetchDocument: makeFetchDocument(safeFetch),
  }
  const api = (products: Goods['products']): KnowledgeApiDeps => ({
    store,
    products,
    addTyped: (given) => addTyped(deps, given),
    addFile: (given) => addFile(deps, given),
    addLink: (given) => addLink(deps, given),
    refresh: (given) => refreshLink(deps, given),
    change: (given) => changeDocument(deps, given),
    passages: (given) => passagesFor(index, given),
    answer: (given) => answerFrom(index, given),
    unanswered: (shop) => unanswered(base, shop),
    answerQuestion: (given) => answerQuestion(base, given),
    dismissQuestion: (given) => dismissQuestion(base, given),
  })
  return { index: { ...index, ...nearOf(base) }, api }
}
export type KnowledgeDesk = ReturnType<typeof makeKnowledgeDesk>
