import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { detect } from '../dist/src/detection/detect.js'
import { FORM, NAME, gateBytes, gatePath } from '../dist/src/detection/gate.js'
import { openDocument } from '../dist/src/formats/index.js'
import { languageOf } from '../dist/src/lexer/languages.js'

/** `file text`, a form in which a secret is bound to its name. */
const forms = readFileSync(new URL('../fixtures/bindings.txt', import.meta.url), 'utf8').split('\n').filter(line => line !== '' && !line.startsWith('#')).map(line => {
  const space = line.indexOf(' ')
  return { file: `app/${line.slice(0, space)}`, form: line.slice(space + 1) }
})

const ALPHABETS = ['ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz', '0123456789']

/** What nobody would write by hand: letters and digits of every kind, by a fixed sequence. */
function randomValue(seed: number): string {
  let state = seed * 2_654_435_761 + 1
  return Array.from({ length: 24 }, (_, index) => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296
    const alphabet = ALPHABETS[(index + (state >>> 29)) % 3] ?? ''
    return alphabet.charAt((state >>> 8) % alphabet.length)
  }).join('')
}

test.each(forms.map(({ file, form }, index) => ({ file, form, index })))('$file: $form', ({ file, form, index }) => {
  for (const seed of [index + 1, index + 10_001, index + 20_001]) {
    const value = randomValue(seed)
    const text = `${form.replaceAll('⏎', '\n').replace('‹›', value)}\n`
    const start = text.indexOf(value)
    const bytes = Buffer.from(text)
    expect((gatePath(file) | gateBytes(bytes, bytes.length, !languageOf(file).bare)) & (FORM | NAME), 'the prefilter lets it through').not.toBe(0)
    expect(detect(openDocument(file, text)).map(({ range }) => range), value).toContainEqual([start, start + value.length])
  }
})
