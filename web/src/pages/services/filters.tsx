// Platform and kind as two plain choices, kept in the address.
import { control, Field } from '../../components/form.tsx'
import { route, setQuery } from '../../lib/route.ts'
import { t } from '../../text/index.ts'
import { words } from '../../text/services.ts'

const Choice = ({
  name,
  label,
  all,
}: {
  name: 'platform' | 'kind'
  label: string
  all: Record<string, string>
}) => (
  <Field label={label}>
    {(aria) => (
      <select
        {...aria}
        data-testid={`filter-${name}`}
        value={route.value.query.get(name) ?? ''}
        onChange={(event) => setQuery({ [name]: event.currentTarget.value })}
        class={control()}
      >
        <option value="">{words().any}</option>
        {Object.entries(all).map(([id, text]) => (
          <option key={id} value={id}>
            {text}
          </option>
        ))}
      </select>
    )}
  </Field>
)

export const Filters = () => (
  <div class="grid grid-cols-2 gap-3">
    <Choice name="platform" label={words().platform} all={t().platforms} />
    <Choice name="kind" label={words().kind} all={t().kinds} />
  </div>
)
