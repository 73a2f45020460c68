// What the admin sets for everyone, who has an account, and how the installation is.
import { put } from '../../api.ts'
import { AreaField, FormBox } from '../../components/form.tsx'
import { KeySets } from '../../components/keys.tsx'
import { Card, Shown, Tabs, Title } from '../../components/ui.tsx'
import { useForm } from '../../lib/form.ts'
import { say, useLoad } from '../../lib/load.ts'
import { route, setQuery } from '../../lib/route.ts'
import { words } from '../../text/admin.ts'
import { t } from '../../text/index.ts'
import { words as settingsWords } from '../../text/settings.ts'
import { AuditLines } from '../audit/lines.tsx'
import { linesOf } from '../settings/shop.tsx'
import { Health } from './health.tsx'
import { AdminItems } from './items.tsx'
import { Model } from './model.tsx'
import { Owed } from './owed.tsx'
import { People } from './people.tsx'
import { Shops } from './shops.tsx'
import type { PlatformView } from './types.ts'

const PARTS = ['midtrans', 'model', 'people', 'shops', 'owed', 'audit', 'blocked', 'health'] as const
type Part = (typeof PARTS)[number]
type Props = { view: PlatformView; changed: () => Promise<void> }

const Blocked = ({ view, changed }: Props) => {
  const w = words()
  const form = useForm(
    { words: view.blocked.join('\n') },
    {
      send: async ({ words: typed }) => {
        await put('/platform/blocked', { words: linesOf(typed) })
        say(t().saved)
        await changed()
      },
    },
  )
  return (
    <Card>
      <FormBox form={form} submit={t().save} testid="blocked-form">
        <AreaField form={form} name="words" label={w.parts.blocked} hint={w.blockedHint} rows={10} />
      </FormBox>
    </Card>
  )
}

const ShownPart = ({ part, view, changed }: Props & { part: Part }) => {
  if (part === 'people') return <People />
  if (part === 'shops') return <Shops />
  if (part === 'owed') return <Owed view={view} changed={changed} />
  if (part === 'audit') return <AuditLines base="/platform/audit" everywhere />
  if (part === 'blocked') return <Blocked view={view} changed={changed} />
  if (part === 'model') return <Model openai={view.openai} changed={changed} />
  if (part === 'health') return <Health view={view} changed={changed} />
  return (
    <Card>
      <p class="mb-4 text-sm text-stone-700">{words().midtransHint}</p>
      <KeySets base="/platform/keysets" rows={view.keySets} none={settingsWords().noKeys} changed={changed} />
    </Card>
  )
}

export const AdminPage = () => {
  const w = words()
  const view = useLoad<PlatformView>('/platform')
  const asked = route.value.query.get('part')
  const part = PARTS.find((one) => one === asked) ?? 'midtrans'
  return (
    <>
      <Title hint={w.hint}>{t().nav.admin}</Title>
      <AdminItems />
      <Tabs
        label={w.partsLabel}
        chosen={part}
        choose={(id) => setQuery({ part: id === 'midtrans' ? '' : id, shop: '' })}
        tabs={PARTS.map((id) => ({ id, label: w.parts[id] }))}
      />
      <div class={part === 'owed' ? '' : 'max-w-3xl'}>
        <Shown loader={view}>
          {(data) => <ShownPart key={part} part={part} view={data} changed={view.again} />}
        </Shown>
      </div>
    </>
  )
}
