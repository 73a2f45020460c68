// Orders: states, reasons, history lines and decisions in words. `overview` shows them too.
import { speak } from './index.ts'
import { en } from './orders-en.ts'
import { id } from './orders-id.ts'

export const words = speak(id, en)
