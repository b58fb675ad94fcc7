import { isWord } from './rarity.ts'

const PIECE = /^(?:\d{1,4}|[a-z]{1,3}\d{0,2}|v\d{1,3})$/i

/** Whether a value is words and short numbers joined by signs, as keys and names of resources are: `key-01-02`, `etcd-cluster-0`, `rsa:2048`, `1-0-3`. */
export function isJoined(value: string): boolean {
  if (value.length > 60 || !/[-_:./ ]/.test(value)) return false
  return value.split(/[-_:./ ]+/).every(piece => PIECE.test(piece) || isWord(piece.toLowerCase().replace(/\d{1,2}$/, '')))
}
