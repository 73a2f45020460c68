// How the installation is: work that failed for good, nightly copies, version and addresses.
import { post } from '../../api.ts'
import { Button, Card, Facts } from '../../components/ui.tsx'
import { say } from '../../lib/load.ts'
import { session } from '../../lib/session.ts'
import { words } from '../../text/admin.ts'
import { size, time } from '../../text/index.ts'
import type { PlatformView } from './types.ts'

type Props = { view: PlatformView; changed: () => Promise<void> }

const FailedWork = ({ view, changed }: Props) => {
  const w = words()
  const revive = async (id: string) => {
    await post(`/platform/jobs/${encodeURIComponent(id)}/revive`)
    say(w.revived)
    await changed()
  }
  const { dead } = view.jobs
  return (
    <Card title={w.jobs}>
      <p class="mb-2 text-sm text-stone-700">{w.jobsHint}</p>
      {dead.length === 0 && <p class="text-sm text-stone-600">{w.noJobs}</p>}
      <ul class="divide-y divide-stone-100" data-testid="dead-jobs">
        {dead.map((job) => (
          <li key={job.id} class="flex flex-wrap items-center justify-between gap-2 py-2 text-sm">
            <span class="min-w-0 flex-1 basis-60">
              <span class="block font-medium">{job.name}</span>
              <span class="block text-xs break-all text-stone-600">
                {job.id} · {w.tries(job.attempts)}
              </span>
              <span class="block text-xs text-red-800">{job.error}</span>
            </span>
            <Button onClick={() => revive(job.id)}>{w.revive}</Button>
          </li>
        ))}
      </ul>
    </Card>
  )
}

const FailedMessages = ({ view }: Pick<Props, 'view'>) => {
  const w = words()
  if (view.updates.length === 0) return null
  return (
    <Card title={w.messages}>
      <p class="mb-2 text-sm text-stone-700">{w.messagesHint}</p>
      <ul class="divide-y divide-stone-100" data-testid="dead-updates">
        {view.updates.map((one) => (
          <li key={`${one.bot}:${one.update}`} class="py-2 text-sm">
            <span class="block text-xs text-stone-600">
              {time(one.at)} · bot {one.bot} · {w.tries(one.tries)}
            </span>
            <span class="block text-xs break-all text-red-800">{one.error}</span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

const Copies = ({ view }: { view: PlatformView }) => {
  const w = words()
  return (
    <Card title={w.backups}>
      <p class="mb-2 text-sm text-stone-700">{view.backups ? w.backupsHint : w.backupsByHand}</p>
      {view.backups?.length === 0 && <p class="text-sm text-stone-600">{w.noBackups}</p>}
      <ul class="divide-y divide-stone-100 text-sm" data-testid="backups">
        {(view.backups ?? []).map((copy) => (
          <li key={copy.name} class="flex flex-wrap justify-between gap-x-3 py-1.5">
            <span class="font-mono text-xs break-all">{copy.name}</span>
            <span class="text-stone-600">
              {size(copy.bytes)} · {time(copy.at)}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

export const Health = (props: Props) => {
  const w = words()
  const platform = session.value?.platform
  return (
    <div class="space-y-4">
      <FailedWork {...props} />
      <FailedMessages view={props.view} />
      <Copies view={props.view} />
      <Card title={w.server}>
        <Facts
          rows={[
            [w.facts, w.factsStand(props.view.facts.tables, props.view.facts.behind)],
            [w.version, platform?.version ?? ''],
            [w.publicUrl, platform?.publicUrl ?? w.notSet],
            [w.publicIpv4, platform?.publicIpv4 ?? w.notSet],
          ]}
        />
      </Card>
    </div>
  )
}
