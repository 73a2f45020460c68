// The answer to "which comments?": every line is one, and only a line that can be nothing else leaves the question.
import type { Understanding } from '../../model/understanding.ts'
import { answer, type Case } from './case.ts'

const STOP_COMMENTS =
  /^(?:batal|tidak jadi|stop|cs|admin|menu|tidak usah|batal saja|batal dulu|batal pesanan)(?: (?:kak|ya|min|deh|dong|saja))*$/
/** No comment that anybody would buy. */
const HOW_SURE =
  /^(?:(?:minimal|maksimal) berapa|berapa (?:komen|comments|baris)|contoh (?:nya )?(?:bagaimana|apa)|bagaimana cara|maksud (?:nya )?(?:bagaimana|apa)$)(?: \S+){0,2}$/
const HOW =
  /^(?:contoh|maksud|bagaimana|cara|berapa (?:komen\S*|baris)|(?:minimal|maksimal) berapa|formatnya)\b.*$/

/** Every line that is not empty is one comment, numbers too; only a line that can be nothing else leaves the question. */
export const onAskingComments = (one: Case): Understanding => {
  const comments = one.said.text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean)
  const [first = '', second] = comments
  const { line, asks } = one.said
  if (second === undefined && STOP_COMMENTS.test(line))
    return /^(?:cs|admin)/.test(line)
      ? answer('human', 0.85)
      : line === 'menu'
        ? answer('browse', 0.7, { mids: one.shelf.window })
        : answer('cancel', 0.92)
  if (second === undefined && (asks ? HOW : HOW_SURE).test(line))
    return answer(/^(?:berapa|minimal|maksimal)/.test(line) ? 'ask_product' : 'ask_general', 0.6, {
      ...(one.subject ? { mids: [one.subject.mid] } : {}),
      ...(/^minimal/.test(line) ? { about: 'min' } : /^maksimal/.test(line) ? { about: 'max' } : {}),
    })
  return answer('give_comments', second === undefined && first.split(/\s+/).length < 2 ? 0.85 : 0.95, {
    comments,
  })
}
