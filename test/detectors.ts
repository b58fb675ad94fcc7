import { readdirSync } from 'node:fs'
import type { Detector } from '../dist/src/core/credential.js'
import type { Part } from '../dist/src/detection/shape.js'
import { partsOfPattern } from '../dist/src/detection/pattern.js'
import { parseShape } from '../dist/src/detection/shape.js'

const directory = new URL('../dist/rules/detectors/', import.meta.url)

/** Every detector, as the build reads them, with the name of its file. */
export const DETECTORS: readonly (Detector & { readonly file: string })[] = (await Promise.all(
  readdirSync(directory).filter(name => name.endsWith('.js')).sort().map(async name => {
    const { default: detectors } = (await import(new URL(name, directory).href)) as { default: readonly Detector[] }
    return detectors.map(detector => ({ ...detector, file: name.slice(0, -3) }))
  }),
)).flat()

export function partsOf({ id, shape, pattern }: Detector): readonly Part[] {
  const parts = shape === undefined ? partsOfPattern(pattern ?? '') : parseShape(shape)
  if (!parts) throw new Error(`The pattern of \`${id}\` cannot be read into parts.`)
  return parts
}
