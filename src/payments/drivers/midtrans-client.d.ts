// What the driver uses of midtrans-client, which brings no types. Every answer is unknown until it has been read.
declare module 'midtrans-client' {
  type HttpDefaults = Record<string, unknown> & { headers: { common: Record<string, string> } }
  export type CoreApi = {
    charge(body: object): Promise<unknown>
    transaction: {
      status(id: string): Promise<unknown>
      cancel(id: string): Promise<unknown>
      refund(id: string, body: object): Promise<unknown>
    }
    apiConfig: { getCoreApiBaseUrl(): string }
    httpClient: {
      http_client: {
        defaults: HttpDefaults
        interceptors: { response: { use(seen: (response: { status: number }) => unknown): void } }
      }
    }
  }
  const midtrans: { CoreApi: new (options: { isProduction: boolean; serverKey: string }) => CoreApi }
  export default midtrans
}
