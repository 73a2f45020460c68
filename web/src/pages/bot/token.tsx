// The token's way in. When another program's webhook is found, nothing happens before the seller chose: take over, or work beside.
import { useSignal } from '@preact/signals'
import { ApiError, post } from '../../api.ts'
import { FormBox, TextField } from '../../components/form.tsx'
import { Button, Card, CopyButton, Note } from '../../components/ui.tsx'
import { useForm } from '../../lib/form.ts'
import { say } from '../../lib/load.ts'
import { words } from '../../text/bot.ts'
import { t } from '../../text/index.ts'
import type { BotTaken } from '../../types.ts'

type Way = { takeOver: true } | { mode: 'beside' }
type Forward = NonNullable<BotTaken['forward']>
type Props = { shop: string; replaces: boolean; saved: () => Promise<void> }

const Choice = ({
  url,
  choose,
  cancel,
}: {
  url: string
  choose: (way: Way) => Promise<void>
  cancel: () => void
}) => {
  const w = words()
  return (
    <Note tone="warn">
      <div role="alert" data-testid="webhook-elsewhere" class="space-y-3">
        <p class="font-semibold">{w.elsewhere}</p>
        <p>{w.elsewhereText}</p>
        {url && <p class="font-mono text-xs break-all">{url}</p>}
        <div>
          <Button kind="primary" testid="bot-beside" onClick={() => choose({ mode: 'beside' })}>
            {w.beside}
          </Button>
          <p class="mt-1 text-xs">{w.besideHint}</p>
        </div>
        <div>
          <Button kind="danger" testid="bot-take-over" onClick={() => choose({ takeOver: true })}>
            {w.takeOver}
          </Button>
          <p class="mt-1 text-xs">{w.takeOverHint}</p>
        </div>
        <Button kind="quiet" onClick={cancel}>
          {t().cancel}
        </Button>
      </div>
    </Note>
  )
}

/** Where the other program forwards to, and with what. */
const Forwarding = ({ path, secret }: Forward) => {
  const w = words()
  const address = new URL(`.${path}`, document.baseURI).href
  const header = `X-Telegram-Bot-Api-Secret-Token: ${secret}`
  return (
    <Note>
      <div class="space-y-2" data-testid="bot-forward">
        <p class="font-semibold">{w.forward}</p>
        <p>{w.forwardText}</p>
        {[
          [w.forwardTo, address],
          [w.forwardHeader, header],
        ].map(([name = '', value = '']) => (
          <div key={name}>
            <p class="text-xs">{name}</p>
            <p class="font-mono text-xs break-all">{value}</p>
            <CopyButton text={value} />
          </div>
        ))}
        <p class="text-xs">{w.forwardOnce}</p>
      </div>
    </Note>
  )
}

export const TokenForm = ({ shop, replaces, saved }: Props) => {
  const w = words()
  const elsewhere = useSignal<string | null>(null)
  const forward = useSignal<Forward | null>(null)
  const connect = async (token: string, way?: Way) => {
    const taken = await post<BotTaken>(`/shops/${shop}/bot`, { token: token.trim(), ...way })
    forward.value = taken.forward ?? null
    elsewhere.value = null
    form.reset({ token: '' })
    say(w.connected)
    await saved()
  }
  const form = useForm(
    { token: '' },
    {
      check: ({ token }) => ({ token: token.trim() ? undefined : t().required }),
      send: async ({ token }) => {
        try {
          await connect(token)
        } catch (cause) {
          if (!(cause instanceof ApiError) || cause.failure.code !== 'webhookElsewhere') throw cause
          elsewhere.value = cause.failure.fields['url'] ?? ''
        }
      },
      codes: { badToken: 'token', takenByAnotherShop: 'token' },
    },
  )
  return (
    <Card title={replaces ? w.replace : w.connect}>
      {elsewhere.value === null ? (
        <FormBox form={form} submit={replaces ? w.replace : w.connect} testid="bot-form">
          <TextField
            form={form}
            name="token"
            label={w.token}
            hint={w.tokenHint}
            type="password"
            autocomplete="off"
            maxLength={120}
          />
        </FormBox>
      ) : (
        <Choice
          url={elsewhere.value}
          choose={(way) => connect(form.values.value.token, way)}
          cancel={() => {
            elsewhere.value = null
          }}
        />
      )}
      {forward.value && <Forwarding {...forward.value} />}
    </Card>
  )
}
