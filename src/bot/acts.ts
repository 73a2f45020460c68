// What a step wanted done: each act calls one verb of the shop and says what came of it. Acts may run twice; the verbs are idempotent.
import { IDLE } from '../model/dialogue.ts'
import type { ActDeps, Doing, Performed } from './act-deps.ts'
import { bills, cannotStop, choice, myOrders, resendBill } from './asking.ts'
import { confirm, reorder, withdraw } from './buying.ts'
import { check, claimPaid, proof } from './checking.ts'
import type { Act } from './conversations/heard.ts'
import { askAgain } from './conversations/purchase.ts'
import { callHuman, complain } from './handoff.ts'
import { quote } from './quoting.ts'
import { onSaldo } from './saldo.ts'
import { aside, question, smallTalk, wanted } from './wanted.ts'

/** What the seller's documents and the model are asked. */
const TALK = { question, aside, smallTalk }

/** Answers beside what is under way: its question follows. */
const BESIDE: Act['do'][] = ['myOrders', 'bills', 'check', 'language', 'cannotStop']

export const perform = async (deps: ActDeps, act: Act, doing: Doing): Promise<Performed> => {
  const done = await performed(deps, act, doing)
  const beside = BESIDE.includes(act.do) && !('order' in act) && done.dialogue === doing.dialogue
  return beside ? { ...done, say: [...done.say, ...askAgain(done.dialogue, doing.shop)] } : done
}

const performed = async (deps: ActDeps, act: Act, doing: Doing): Promise<Performed> => {
  const { scene, dialogue } = doing
  const own = { shop: scene.shop, customer: scene.customer }
  switch (act.do) {
    case 'quote':
      return quote(deps, doing, act.repeat)
    case 'confirm':
      return confirm(deps, act.order, doing)
    case 'withdraw':
      return withdraw(deps, act, doing)
    case 'check':
      return check(deps, act, doing)
    case 'proof':
      return proof(deps, doing, act.file)
    case 'claim':
      return claimPaid(deps, doing, { order: act.order })
    case 'myOrders':
      return { dialogue, say: [await myOrders(deps, own)] }
    case 'bills':
      return { dialogue, say: [bills(doing.shop)] }
    case 'resendBill':
      return resendBill(deps, doing)
    case 'balance':
    case 'topup':
    case 'takeOut':
    case 'destination':
    case 'payOut':
      return onSaldo(deps, act, doing)
    case 'reorder':
    case 'otherProduct':
      return reorder(deps, act, doing)
    case 'complain':
      return complain(deps, act, doing)
    case 'cannotStop':
      return cannotStop(deps, act, doing)
    case 'demand':
      await wanted(deps, doing, act.text)
      return { dialogue, say: [] }
    case 'question':
    case 'aside':
    case 'smallTalk':
      return TALK[act.do](deps, doing, act.text)
    case 'human':
      return callHuman(deps, doing, act.text)
    case 'choice':
      return choice(deps, act, doing)
    case 'language':
      await deps.setLanguage(scene, act.language)
      return { dialogue, say: [{ say: 'languageSet' }], language: act.language }
    case 'forget':
      await deps.forget(scene)
      return { dialogue: IDLE, say: [{ say: 'dataDeleted' }] }
    case 'bind':
      return {
        dialogue,
        say: [(await deps.bind(scene, act.token)) ? { say: 'bound' } : { say: 'bindLapsed' }],
      }
  }
}
