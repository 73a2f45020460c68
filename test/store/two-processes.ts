// One of two processes that write to the same order at once; says each answered move, then is killed without closing anything.
import { openSqlite } from '../../src/store/drivers/sqlite/index.ts'
import { fakeClock } from '../support/fake-clock.ts'
import { SHOP } from './contract/support.ts'

const store = openSqlite(process.argv[2] ?? '', fakeClock())
for (let i = 0; i < 200; i++) {
  const moved = await store.orders.advance(SHOP, 'o_1', () => ({ type: 'test', by: 'system' }))
  if (moved.ok) process.stdout.write('moved\n')
}
process.kill(process.pid, 'SIGKILL')
