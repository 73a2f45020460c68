// The dashboard's start: who is signed in, then the page that the address names.
import { render } from 'preact'
import { App } from './app.tsx'
import { loadSession, startFailure } from './lib/session.ts'
import './style.css'

// Links are `#/…` and resolve against `<base>`: from any other address the first of them would load the page anew.
const base = new URL(document.baseURI.split('#')[0] ?? '')
if (location.pathname !== base.pathname)
  history.replaceState(null, '', `${base.pathname}${location.search}${location.hash}`)

// A new build has other file names: a page that was open meanwhile finds its parts no longer.
addEventListener('vite:preloadError', (event) => {
  event.preventDefault()
  startFailure.value = 'newVersion'
})

const root = document.getElementById('app')
if (root) render(<App />, root)
void loadSession().catch(() => {
  startFailure.value = 'offline'
})
