// TEMPORARY
import type {
  Asked,
  AskedContext,
  CatalogueEntry,
  Message,
  Understanding,
} from '../../model/understanding.ts'

export const read = (
  message: Message,
  asked: { state: Asked; context: AskedContext },
  catalogue: CatalogueEntry[],
): Understanding => {
  const text = message.text.toLowerCase()
  const id = /id (\d+)/.exec(text)
  if (id) return { intent: 'select', mid: Number(id[1]), confidence: 1 }
  if (/followers/.test(text) && !text.includes('.'))
    return {
      intent: 'browse',
      kind: 'followers',
      confidence: 1,
      mids: catalogue
        .filter((e) => e.kind === 'followers')
        .slice(0, 10)
        .map((e) => e.mid),
    }
  if (/^\d+$/.test(text)) return { intent: 'give_quantity', quantity: Number(text), confidence: 1 }
  if (text === 'ya' && asked.state === 'confirming') return { intent: 'confirm', confidence: 1 }
  if (/\./.test(text)) return { intent: 'give_link', link: message.text, confidence: 1 }
  return { intent: 'chitchat', confidence: 0.2 }
}
