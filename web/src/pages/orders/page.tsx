// Orders: the list, or one of them.
import type { PageProps } from '../../app.tsx'
import { OrderPage } from './detail.tsx'
import { OrderList } from './list.tsx'

export const OrdersPage = ({ shop, path }: PageProps) =>
  path[0] ? <OrderPage key={path[0]} shop={shop} id={path[0]} /> : <OrderList shop={shop} />
