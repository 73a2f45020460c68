// The version, from package.json: one place.
import manifest from '../../package.json' with { type: 'json' }

export const VERSION: string = manifest.version
