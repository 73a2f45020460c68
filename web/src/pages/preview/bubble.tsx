// One message: the customer's on the right, the bot's on the left with its picture and buttons.
import { Button } from '../../components/ui.tsx'
import { TelegramHtml } from '../../lib/telegram-html.tsx'
import { clock } from '../../text/index.ts'
import { words } from '../../text/preview.ts'
import type { PreviewMessage } from '../../types.ts'
import type { Said } from './chat.ts'

type ChatButton = NonNullable<PreviewMessage['buttons']>[number][number]
type Press = (said: Said) => Promise<void>

/** The practice pay page stands beside the dashboard: a relative address is meant from its base. Only what a browser may open. */
const addressOf = (url: string): string | null => {
  const base = document.baseURI.split('#')[0] ?? ''
  const target = URL.canParse(url, base) ? new URL(url, base) : null
  return target && ['http:', 'https:', 'tg:'].includes(target.protocol) ? target.href : null
}

const Key = ({ button, id, press }: { button: ChatButton; id: number; press: Press }) => {
  const { url, payload, label } = button
  if (url !== undefined) {
    const href = addressOf(url)
    return href ? (
      <a
        href={href}
        target="_blank"
        rel="noopener"
        data-testid="chat-button"
        class="inline-flex min-h-11 flex-1 items-center justify-center rounded-lg bg-white/90 px-3 py-2 text-sm font-medium text-brand-800 ring-1 ring-inset ring-stone-300 hover:bg-white"
      >
        {label} ↗
      </a>
    ) : null
  }
  return (
    <div class="flex min-w-11 flex-1">
      <Button
        wide
        testid="chat-button"
        disabled={payload === undefined}
        onClick={() => press({ press: { messageId: id, payload: payload ?? '' } })}
      >
        {label}
      </Button>
    </div>
  )
}

type Props = { message: PreviewMessage; press: Press; grown: () => void }

export const Bubble = ({ message, press, grown }: Props) => {
  const mine = message.from === 'customer'
  return (
    <article
      data-testid="chat-message"
      data-from={message.from}
      class={`flex max-w-[88%] flex-col gap-1.5 ${mine ? 'self-end' : 'self-start'}`}
    >
      <div
        class={`overflow-hidden rounded-2xl text-sm shadow-xs ${mine ? 'rounded-br-sm bg-brand-100' : 'rounded-bl-sm bg-white'}`}
      >
        {message.picture && (
          <img
            alt={words().picture}
            src={`data:image/png;base64,${message.picture}`}
            onLoad={grown}
            class="max-h-[28rem] w-full bg-white object-contain"
          />
        )}
        <div class="px-3 pt-2 pb-1.5">
          <div class="break-words whitespace-pre-wrap">
            {mine ? message.text : <TelegramHtml html={message.text} />}
          </div>
          {message.sources && (
            <p class="mt-1 text-xs text-stone-600" data-testid="chat-sources">
              {words().sources(message.sources.join(', '))}
            </p>
          )}
          <p class="mt-0.5 text-right text-[0.6875rem] text-stone-600">
            {message.editedAt !== undefined && `${words().edited} `}
            {clock(message.editedAt ?? message.at)}
          </p>
        </div>
      </div>
      {message.buttons?.map((row, n) => (
        <div key={`${message.id}:${n}`} class="flex flex-wrap gap-1.5">
          {row.map((button) => (
            <Key
              key={`${button.label}:${button.payload ?? button.url}`}
              button={button}
              id={message.id}
              press={press}
            />
          ))}
        </div>
      ))}
    </article>
  )
}
