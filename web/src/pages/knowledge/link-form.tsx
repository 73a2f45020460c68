// A page or file somewhere else, fetched and read by the server.
import { post } from '../../api.ts'
import { FormBox, TextField } from '../../components/form.tsx'
import { useForm } from '../../lib/form.ts'
import { say } from '../../lib/load.ts'
import { t } from '../../text/index.ts'
import { words } from '../../text/knowledge.ts'
import type { KnowledgeDocumentView } from '../../types.ts'

type Props = { base: string; close: () => void; saved: () => Promise<void> }

/** People paste addresses without their beginning. */
const addressOf = (typed: string): string => {
  const bare = typed.trim()
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(bare) ? bare : `https://${bare}`
}

export const LinkForm = ({ base, close, saved }: Props) => {
  const w = words()
  const form = useForm(
    { url: '', title: '' },
    {
      check: ({ url }) => ({
        url: !url.trim()
          ? t().required
          : URL.canParse(addressOf(url))
            ? undefined
            : t().errors['blockedAddress'],
      }),
      codes: {
        blockedAddress: 'url',
        linkTooSlow: 'url',
        linkStatus: 'url',
        linkRedirects: 'url',
        linkSilent: 'url',
        alreadyThere: 'url',
      },
      send: async ({ url, title }) => {
        const made = await post<KnowledgeDocumentView>(`${base}/links`, {
          url: addressOf(url),
          ...(title.trim() ? { title: title.trim() } : {}),
        })
        say(w.added(made.title))
        await saved()
        close()
      },
    },
  )
  return (
    <FormBox form={form} submit={form.busy.value ? w.fetching : w.fetch} testid="link-form">
      <TextField
        form={form}
        name="url"
        label={w.linkField}
        hint={w.linkHint}
        type="url"
        inputMode="url"
        placeholder="https://"
        maxLength={2000}
      />
      <TextField form={form} name="title" label={w.name} hint={w.linkTitleHint} maxLength={120} />
    </FormBox>
  )
}
