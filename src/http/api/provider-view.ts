// A provider as its seller sees it: the key only by its last characters.
import type { ProviderDoc } from '../../store/documents.ts'
import type { ProviderView } from './views.ts'

export const providerView = ({
  id,
  name,
  driver,
  endpoint,
  endsIn,
  disabled = false,
  currency,
  balance,
  catalogue,
  lastFault,
}: ProviderDoc): ProviderView => ({
  id,
  name,
  driver,
  endpoint,
  endsIn,
  disabled,
  ...(currency ? { currency } : {}),
  ...(balance ? { balance } : {}),
  ...(catalogue ? { catalogue } : {}),
  ...(lastFault ? { lastFault } : {}),
})
