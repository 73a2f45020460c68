// Open or closed, and until when.
import { post } from '../../api.ts'
import { FormBox, TextField } from '../../components/form.tsx'
import { Button, Card, Note } from '../../components/ui.tsx'
import { ask } from '../../lib/confirm.ts'
import { useForm } from '../../lib/form.ts'
import { say } from '../../lib/load.ts'
import { loadSession } from '../../lib/session.ts'
import { t, time } from '../../text/index.ts'
import { words } from '../../text/settings.ts'
import type { ShopView } from '../../types.ts'

type Props = { base: string; view: ShopView; changed: () => Promise<void> }

const standing = ({ mode, phase, restored, settings: { closed } }: ShopView): string => {
  const w = words()
  if (restored !== undefined) return w.restored(time(restored))
  if (mode === 'practice') return w.openPractice
  if (closed) return closed.until === undefined ? w.closedNow : w.closedUntil(time(closed.until))
  if (phase === 'closed') return w.phaseClosed
  return phase === 'testing' ? t().phaseHint.testing : w.openNow
}

export const Opening = ({ base, view, changed }: Props) => {
  const w = words()
  const form = useForm(
    { until: '' },
    {
      check: ({ until }) => ({ until: until && !(Date.parse(until) > Date.now()) ? w.future : undefined }),
      send: async ({ until }) => {
        await post(`${base}/close`, until ? { until: Date.parse(until) } : {})
        say(t().saved)
        await Promise.all([changed(), loadSession()])
      },
    },
  )
  const open = async () => {
    await post(`${base}/open`)
    say(t().saved)
    await Promise.all([changed(), loadSession()])
  }
  const closed = view.settings.closed !== undefined
  const openRestored = async () => {
    const question = { title: w.openRestored, text: w.openRestoredText, yes: w.open }
    if ((await ask(question)) !== null) await open()
  }
  return (
    <Card>
      <div class="space-y-4">
        <Note tone={view.phase === 'closed' || closed ? 'warn' : 'info'}>{standing(view)}</Note>
        {view.restored !== undefined && (
          <Button kind="primary" testid="shop-open-restored" onClick={openRestored}>
            {w.openRestored}
          </Button>
        )}
        {view.mode === 'live' &&
          view.restored === undefined &&
          (closed ? (
            <Button kind="primary" testid="shop-open" onClick={open}>
              {w.open}
            </Button>
          ) : (
            <FormBox form={form} submit={w.close} testid="close-form">
              <TextField
                form={form}
                name="until"
                label={`${w.closeUntil} (${t().optional})`}
                hint={w.closeUntilHint}
                type="datetime-local"
              />
            </FormBox>
          ))}
      </div>
    </Card>
  )
}
