// Who did what in the shop, and why.
import type { PageProps } from '../../app.tsx'
import { Title } from '../../components/ui.tsx'
import { words } from '../../text/audit.ts'
import { t } from '../../text/index.ts'
import { AuditLines } from './lines.tsx'

export const AuditPage = ({ shop }: PageProps) => (
  <>
    <Title hint={words().hint}>{t().nav.audit}</Title>
    <div class="max-w-3xl">
      <AuditLines base={`/shops/${shop.id}/audit`} />
    </div>
  </>
)
