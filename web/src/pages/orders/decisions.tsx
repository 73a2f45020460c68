// What only a person may decide about an order; each with a question first and its reason in the history.
import { post } from '../../api.ts'
import { Button, Card } from '../../components/ui.tsx'
import { ask, type Question } from '../../lib/confirm.ts'
import { say } from '../../lib/load.ts'
import { words } from '../../text/orders.ts'
import type { OrderAction, OrderDetail } from '../../types.ts'

const MUST_SAY_WHY: OrderAction[] = ['notTaken', 'endedCompleted', 'endedStopped']

const questionOf = (action: OrderAction): Question => {
  const w = words()
  const facts: Partial<Record<OrderAction, string>> = { taken: w.panelId, endedPartial: w.remains }
  const fact = facts[action]
  const field = fact
    ? { label: fact, required: true }
    : { label: w.reason, hint: w.reasonHint, required: MUST_SAY_WHY.includes(action) }
  return {
    title: w.actions[action],
    text: w.actionHints[action],
    yes: w.actions[action],
    danger: action === 'giveBack' || action === 'notTaken',
    field,
  }
}

/** What was typed is a fact of the order for some actions, the reason for the others. */
const detailOf = (action: OrderAction, given: string) => {
  if (action === 'taken') return { panelId: given }
  if (action === 'endedPartial') return { remains: Number(given.replace(/\D/g, '')), reason: words().remains }
  return given ? { reason: given } : {}
}

type Props = { path: string; order: OrderDetail; decided: () => Promise<void> }

export const Decisions = ({ path, order, decided }: Props) => {
  if (order.actions.length === 0) return null
  const w = words()
  const decide = async (action: OrderAction) => {
    const given = action === 'checkPayment' ? '' : await ask(questionOf(action))
    if (given === null) return
    const detail = detailOf(action, given)
    try {
      await post(`${path}/actions`, { action, ...detail })
      say(action === 'checkPayment' ? w.checked : w.decided)
    } finally {
      // Refused or not, the order may stand elsewhere by now.
      await decided()
    }
  }
  return (
    <Card title={w.cards.actions} testid="decisions">
      <div class="flex flex-wrap gap-2">
        {order.actions.map((action, n) => (
          <Button
            key={action}
            kind={n === 0 ? 'primary' : action === 'giveBack' ? 'danger' : 'plain'}
            testid={`action-${action}`}
            onClick={() => decide(action)}
          >
            {w.actions[action]}
          </Button>
        ))}
      </div>
    </Card>
  )
}
