// Ten thousand rows as a panel sends them, each with a number and a rate of its own, made from the practice catalogue.
import { SANDBOX_ROWS } from '../../src/catalog/drivers/sandbox-catalogue.ts'
import { newReading, readServices } from '../../src/catalog/drivers/smm-v2-services.ts'
import type { ProviderService } from '../../src/model/service.ts'

export const manyRawRows = (count: number): Record<string, unknown>[] =>
  Array.from({ length: count }, (_, i) => ({
    ...SANDBOX_ROWS[i % (SANDBOX_ROWS.length - 3)],
    service: 100_000 + i,
    rate: (1000 + ((i * 37) % 90_000)).toFixed(4),
  }))

export const manyRows = (count: number): ProviderService[] => {
  const reading = newReading()
  readServices(reading, manyRawRows(count), { from: 0, to: count })
  return reading.services
}
