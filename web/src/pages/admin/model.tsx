// The language model's key for every shop; without one the built-in reader sells alone.
import { put, remove } from '../../api.ts'
import { FormBox, TextField } from '../../components/form.tsx'
import { Button, Card, Facts } from '../../components/ui.tsx'
import { ask } from '../../lib/confirm.ts'
import { useForm } from '../../lib/form.ts'
import { say } from '../../lib/load.ts'
import { words } from '../../text/admin.ts'
import { t } from '../../text/index.ts'
import { ModelUsage } from './model-usage.tsx'
import type { PlatformView } from './types.ts'

type Props = { openai: PlatformView['openai']; changed: () => Promise<void> }

export const Model = ({ openai, changed }: Props) => {
  const w = words()
  const form = useForm(
    { key: '', model: openai?.model ?? '', baseUrl: openai?.baseUrl ?? '' },
    {
      check: ({ key, model }) => ({
        key: key.trim() ? undefined : t().required,
        model: model.trim() ? undefined : t().required,
      }),
      send: async ({ baseUrl, ...values }) => {
        await put('/platform/openai', { ...values, ...(baseUrl.trim() ? { baseUrl } : {}) })
        say(t().saved)
        form.set('key', '')
        await changed()
      },
    },
  )
  const drop = async () => {
    const question = { title: w.modelRemove, text: w.modelRemoveText, yes: t().remove, danger: true }
    if ((await ask(question)) === null) return
    await remove('/platform/openai')
    say(t().removed)
    await changed()
  }
  return (
    <div class="space-y-4">
      <Card>
        <p class="mb-3 text-sm text-stone-700">{w.modelHint}</p>
        {openai ? (
          <div class="mb-5">
            <Facts
              rows={[
                [w.modelKey, `${t().endsIn} ${openai.endsIn}`],
                [w.modelName, openai.model],
                openai.baseUrl !== undefined && [w.modelUrl, openai.baseUrl],
              ]}
            />
            <Button kind="danger" onClick={drop}>
              {t().remove}
            </Button>
          </div>
        ) : (
          <p class="mb-4 text-sm text-stone-600">{w.modelNone}</p>
        )}
        <FormBox form={form} submit={t().save} testid="model-form">
          <TextField form={form} name="key" label={w.modelKey} type="password" autocomplete="off" />
          <TextField form={form} name="model" label={w.modelName} autocomplete="off" />
          <TextField
            form={form}
            name="baseUrl"
            label={`${w.modelUrl} (${t().optional})`}
            hint={w.modelUrlHint}
            type="url"
            autocomplete="off"
          />
        </FormBox>
      </Card>
      <ModelUsage />
    </div>
  )
}
