// Line drawings, 24 by 24, in the colour of the text around them.
import type { ComponentChildren } from 'preact'

const Icon = ({ children }: { children: ComponentChildren }) => (
  <svg
    viewBox="0 0 24 24"
    width="22"
    height="22"
    fill="none"
    stroke="currentColor"
    stroke-width="1.8"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
    class="shrink-0"
  >
    {children}
  </svg>
)
const drawing = (path: string) => () => (
  <Icon>
    <path d={path} />
  </Icon>
)

export const CloseIcon = drawing('M6 6l12 12M18 6L6 18')
export const SendIcon = drawing('M5 12l15-7-5 15-3.5-6.5zM11.5 13.5L20 5')
export const PhotoIcon = drawing('M4 6h16v12H4zM4 15l4.5-4.5 4 4 2.5-2.5 5 5M15.5 9.5h.01')
export const ICONS = {
  overview: drawing('M4 11l8-7 8 7M6 9.5V20h12V9.5M10 20v-6h4v6'),
  decisions: drawing('M12 3a9 9 0 100 18 9 9 0 000-18zM12 7.5V13M12 16.5h.01'),
  orders: drawing('M6 3h12v18l-3-2-3 2-3-2-3 2zM9 8h6M9 12h6'),
  services: drawing('M4 6h16M4 12h16M4 18h10'),
  preview: drawing('M4 5h16v11H9l-5 4z'),
  chats: drawing('M3 4h13v9H8l-5 4zM19 8h2v12l-4-3h-7v-1'),
  more: drawing('M5 12h.01M12 12h.01M19 12h.01'),
  sale: drawing('M4 8l1.5-4h13L20 8M4 8v12h16V8M4 8h16M9 14l2 2 4-4'),
  window: drawing('M4 4h7v7H4zM13 4h7v7h-7zM4 13h7v7H4zM13 13h7v7h-7z'),
  providers: drawing('M4 5h16v6H4zM4 13h16v6H4zM8 8h.01M8 16h.01'),
  import: drawing('M12 4v11M7.5 10.5L12 15l4.5-4.5M5 20h14'),
  bot: drawing('M12 3v3M5 8h14v10H5zM9.5 12.5h.01M14.5 12.5h.01M2.5 12v3M21.5 12v3M9 21h6'),
  knowledge: drawing('M5 4h11l3 3v13H5zM9 10h6M9 14h6'),
  withdrawals: drawing('M3 7h18v10H3zM12 10.5v3.5M9.5 12.5L12 15l2.5-2.5M6 7V4h12v3'),
  customers: drawing(
    'M9 11a3.5 3.5 0 100-7 3.5 3.5 0 000 7zM3 20a6 6 0 0112 0M16 4.5a3.5 3.5 0 010 6.5M17.5 14.5A6 6 0 0121 20',
  ),
  money: drawing('M4 20V10M10 20V4M16 20v-7M21 20H3'),
  audit: drawing('M7 4h10v16H7zM10 8h4M10 12h4M10 16h2M4 7v10'),
  settings: drawing('M5 7h9M18 7h1M5 17h1M10 17h9M16 5v4M8 15v4'),
  account: drawing('M12 12a4 4 0 100-8 4 4 0 000 8zM5 20a7 7 0 0114 0'),
  admin: drawing('M12 3l7 3v5c0 5-3 8-7 10-4-2-7-5-7-10V6zM9 12l2 2 4-4'),
  signOut: drawing('M10 5H5v14h5M14 8l4 4-4 4M18 12H9'),
}
export type IconName = keyof typeof ICONS
