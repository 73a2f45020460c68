// On a phone: everything that the bar at the foot has no room for.
import { ICONS } from '../../components/icons.tsx'
import { LanguageSwitch } from '../../components/language.tsx'
import { Count, placesFor, signOut } from '../../components/shell.tsx'
import { Button, Card, Title } from '../../components/ui.tsx'
import { session } from '../../lib/session.ts'
import type { Words } from '../../text/id.ts'
import { t } from '../../text/index.ts'

export const MorePage = () => (
  <>
    <Title hint={session.value?.account?.email}>{t().nav.more}</Title>
    <nav aria-label={t().nav.more}>
      <ul class="divide-y divide-stone-200 overflow-hidden rounded-xl bg-white ring-1 ring-stone-200">
        {placesFor(true).map((name) => {
          const Drawing = ICONS[name]
          return (
            <li key={name}>
              <a
                href={`#/${name}`}
                data-testid={`more-${name}`}
                class="flex min-h-12 items-center gap-3 px-4 text-sm font-medium text-stone-800 hover:bg-stone-50"
              >
                <Drawing />
                <span class="flex-1">{t().nav[name as keyof Words['nav']]}</span>
                <Count name={name} />
              </a>
            </li>
          )
        })}
      </ul>
    </nav>
    <Card>
      <div class="flex items-center justify-between gap-3">
        <LanguageSwitch />
        <Button testid="sign-out-more" onClick={signOut}>
          {t().nav.signOut}
        </Button>
      </div>
    </Card>
  </>
)
