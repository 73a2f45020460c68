// Makes dist/lapak: one binary with the dashboard inside. Names are not minified: grammY's conversations and error classes live by them.
import { existsSync } from 'node:fs'

if (!existsSync('dist/web/index.html')) {
  const web = Bun.spawnSync([process.execPath, 'web/build.ts'], { stdio: ['inherit', 'inherit', 'inherit'] })
  if (web.exitCode !== 0) process.exit(web.exitCode)
}
const result = await Bun.build({
  entrypoints: ['src/main.ts'],
  target: 'bun',
  format: 'esm',
  bytecode: true,
  sourcemap: 'inline',
  minify: { syntax: true, whitespace: true, identifiers: false },
  define: { 'process.env.NODE_ENV': '"production"' },
  compile: { outfile: 'dist/lapak', assets: ['dist/web'], autoloadDotenv: false, autoloadBunfig: false },
})
if (!result.success) {
  console.error(result.logs.join('\n'))
  process.exit(1)
}
console.log(`dist/lapak ${(Bun.file('dist/lapak').size / 1e6).toFixed(0)} MB`)
