import { expect, test } from 'bun:test'
import { cut, escapeHtml } from '../../src/lib/text.ts'

test('markup of a stranger is shown, not obeyed', () => {
  expect(escapeHtml('<b>"A & B"</b> &lt;')).toBe('&lt;b&gt;&quot;A &amp; B&quot;&lt;/b&gt; &amp;lt;')
})

test('a cut text has at most so many characters and no half of one', () => {
  expect(cut('Followers', 9)).toBe('Followers')
  expect(cut('Followers IG', 9)).toBe('Follower…')
  expect(cut('Follow me now', 8)).toBe('Follow…')
  expect(cut('🔥🔥🔥🔥', 4)).toBe('🔥🔥🔥🔥')
  expect(cut('🔥🔥🔥🔥', 3)).toBe('🔥🔥…')
  expect(cut('abc', 1)).toBe('…')
})
