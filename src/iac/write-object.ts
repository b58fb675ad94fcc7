import type { Edit } from '../core/fix.ts'
import type { NewCondition, PropertyValue } from '../core/module.ts'
import type { Mapping } from '../core/tree.ts'
import { type Written, addEntry } from './cdk/write.ts'
import { quoted } from './cdk/spelling.ts'
import { deepest } from './restrict.ts'

/** Adds a condition to a statement that an object of a program is. `name`: what holds the conditions there. */
export function addToObject(file: Written, statement: Mapping, { operator, key, value }: NewCondition, name = 'Condition'): readonly Edit[] | undefined {
  return deepest(statement, [name, operator, key], value, (within, own, inner) => {
    const isQuoted = within.entries.some(({ keyRange }) => /["']/.test(file.document.text[keyRange[0] - 1] ?? ''))
    return addEntry(file, within, isQuoted || /^\w+$/.test(own) ? own : quoted(file, own), objectText(file, inner))
  })
}

/** Maps of texts as a program writes them. */
export function objectText(file: Written, value: PropertyValue): string {
  if (typeof value !== 'object') return quoted(file, String(value))
  const padding = file.isPython ? '' : ' '
  const entries = Object.entries(value).map(([key, inner]) => `${/^\w+$/.test(key) && !file.isPython ? key : quoted(file, key)}: ${objectText(file, inner as PropertyValue)}`)
  return `{${padding}${entries.join(', ')}${padding}}`
}
