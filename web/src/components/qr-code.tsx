// A QR code drawn anew from its text. The encoder is fetched with the first code that is shown.
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'

/** Quiet zone, in modules. */
const BORDER = 4

const pathOf = (rows: boolean[][]): string =>
  rows.flatMap((row, y) => row.flatMap((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : []))).join('')

export const QrCode = ({ text, label }: { text: string; label: string }) => {
  const drawn = useSignal<{ size: number; path: string } | null>(null)
  useEffect(() => {
    let current = true
    void import('qr').then(({ encodeQR }) => {
      const rows = encodeQR(text, 'raw', { ecc: 'medium', border: BORDER })
      if (current) drawn.value = { size: rows.length, path: pathOf(rows) }
    })
    return () => {
      current = false
    }
  }, [text])
  const code = drawn.value
  if (!code) return <div class="aspect-square w-full" />
  return (
    <svg
      role="img"
      aria-label={label}
      data-testid="qr-code"
      viewBox={`0 0 ${code.size} ${code.size}`}
      shape-rendering="crispEdges"
      class="w-full bg-white"
    >
      <path d={code.path} fill="#000" />
    </svg>
  )
}
