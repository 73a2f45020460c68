import { join } from 'node:path'
import preact from '@preact/preset-vite'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'vite'

// `base: './'`: asset paths are relative, so the same build works under any BASE_PATH; the server writes `<base href>`.
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [preact(), tailwindcss()],
  build: {
    outDir: join(import.meta.dirname, '../dist/web'),
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
  },
  server: {
    host: '127.0.0.1',
    port: 5173,
    strictPort: true,
    proxy: { '/api': { target: 'http://127.0.0.1:8080' } },
  },
})
