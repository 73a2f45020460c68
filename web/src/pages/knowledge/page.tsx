// The knowledge base: what customers asked in vain, a box to try it, the seller's documents, and the products that are in it by being
// on sale.
import { useSignal } from '@preact/signals'
import type { PageProps } from '../../app.tsx'
import { Button, Card, Shown, Title } from '../../components/ui.tsx'
import { useLoad } from '../../lib/load.ts'
import { number, t } from '../../text/index.ts'
import { words } from '../../text/knowledge.ts'
import type { KnowledgeView } from '../../types.ts'
import { Documents } from './documents.tsx'
import { Questions } from './questions.tsx'
import { Trial } from './trial.tsx'

const FEW = 10

const Products = ({ products }: Pick<KnowledgeView, 'products'>) => {
  const w = words()
  const all = useSignal(false)
  const shown = all.value ? products : products.slice(0, FEW)
  return (
    <Card title={`${w.products} (${number(products.length)})`}>
      <p class="mb-2 text-sm text-stone-700">{w.productsHint}</p>
      {products.length === 0 && <p class="text-sm text-stone-600">{w.noProducts}</p>}
      <ul data-testid="products" class="divide-y divide-stone-100 text-sm">
        {shown.map(({ mid, name }) => (
          <li key={mid} class="py-1.5">
            <span class="mr-2 inline-block min-w-8 font-mono text-xs text-stone-600">{mid}</span>
            {name}
          </li>
        ))}
      </ul>
      {products.length > shown.length && (
        <Button
          kind="quiet"
          onClick={() => {
            all.value = true
          }}
        >
          {w.allProducts(number(products.length))}
        </Button>
      )}
    </Card>
  )
}

export const KnowledgePage = ({ shop }: PageProps) => {
  const w = words()
  const base = `/shops/${shop.id}/knowledge`
  const view = useLoad<KnowledgeView>(base)
  return (
    <>
      <Title hint={w.hint}>{t().nav.knowledge}</Title>
      <Questions shop={shop.id} base={base} answered={view.again} />
      <Shown loader={view}>
        {({ documents, products }) => (
          <div class="grid items-start gap-4 xl:grid-cols-2">
            <Documents base={base} rows={documents} again={view.again} />
            <div class="grid min-w-0 gap-4">
              <Trial base={base} />
              <Products products={products} />
            </div>
          </div>
        )}
      </Shown>
    </>
  )
}
