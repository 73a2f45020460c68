// The text of a QR code in a picture that the browser can open. The decoder is fetched only when somebody chooses a picture.

/** Longest side of the copies that are tried: a photograph is mostly too large, a screenshot of a phone just right. */
const SIDES = [1200, 700, 2000, 400]
const PATIENCE = 1500

const pixelsOf = (picture: ImageBitmap, side: number): ImageData | null => {
  const scale = Math.min(1, side / Math.max(picture.width, picture.height))
  const width = Math.max(1, Math.round(picture.width * scale))
  const height = Math.max(1, Math.round(picture.height * scale))
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) return null
  // What is transparent is meant to be white.
  context.fillStyle = '#fff'
  context.fillRect(0, 0, width, height)
  context.drawImage(picture, 0, 0, width, height)
  return context.getImageData(0, 0, width, height)
}

/** `notFound`: a picture without a code that can be read. */
export const readQr = async (file: Blob): Promise<{ text: string } | 'noPicture' | 'notFound'> => {
  const [{ default: decodeQR }, picture] = await Promise.all([
    import('qr/decode.js'),
    createImageBitmap(file).catch(() => null),
  ])
  if (!picture) return 'noPicture'
  try {
    for (const side of SIDES) {
      const pixels = pixelsOf(picture, side)
      const text = pixels && decoded(() => decodeQR(pixels, { format: 'RGBA', timeLimit: PATIENCE }))
      if (text) return { text }
    }
    return 'notFound'
  } finally {
    picture.close()
  }
}

/** The decoder throws where it finds nothing. */
const decoded = (read: () => string): string | null => {
  try {
    return read()
  } catch {
    return null
  }
}
