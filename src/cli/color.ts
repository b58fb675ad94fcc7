import type { Options } from './options.ts'
import type { Streams } from './main.ts'

/** Whether to print colours: the flags, then what the environment says (<https://no-color.org>), then whether it is a terminal. */
export function wantsColor({ color, 'no-color': plain, output }: Options, { terminal, environment }: Streams): boolean {
  if (color || plain) return !plain
  if (environment['NO_COLOR'] || environment['NODE_DISABLE_COLORS']) return false
  if (environment['FORCE_COLOR']) return environment['FORCE_COLOR'] !== '0'
  return terminal && output === undefined
}
