import { describe, expect, test } from 'vitest'
import type { Part } from '../dist/src/detection/shape.js'
import { crc32, verifyChecksum, withChecksum } from '../dist/src/detection/checksum.js'
import { ambiguity, lengthOf, patternSource } from '../dist/src/detection/compile.js'
import { generate, nearMisses, seedOf } from '../dist/src/detection/example.js'
import { LEAST_SELECTIVE, SELECTIVE, keywordsOf } from '../dist/src/detection/keyword.js'
import { partsOfPattern } from '../dist/src/detection/pattern.js'
import { expandShapes, parseShape } from '../dist/src/detection/shape.js'
import { tabulate } from '../dist/src/detection/tabulate.js'
import { DETECTORS, partsOf } from './detectors.js'

function matched(parts: readonly Part[], text: string, at = 0): string | undefined {
  const pattern = new RegExp(patternSource(parts), 'y')
  pattern.lastIndex = at
  return pattern.exec(text)?.[0]
}

describe('shapes', () => {
  test.each([
    ['AKIA{base32:16}', [20, 20]],
    ['{base62:8-12}.{hex:4}', [13, 17]],
    ['sk_(live|testing)_{base62:24}', [32, 35]],
    ['{hex:8}(-{hex:4}){3}-{hex:12}', [36, 36]],
    ['a(=|==)?', [1, 3]],
    ['key=<{[^ "}]:3-5}>;', [8, 10]],
    ['\\(\\{\\<{crc32}', [9, 9]],
  ] as const)('%s is read', (shape, length) => {
    expect(lengthOf(parseShape(shape))).toEqual(length)
  })

  test.each(['{base63:4}', '{base62}', '{base62:5-4}', '{base62:0}', '{base62:99999}', '(a|b', 'a)', 'a|b', 'a}', '{[]:3}', 'a\\', '<a', '{base62:4'])('%s is refused with its place', shape => {
    expect(() => parseShape(shape)).toThrow(/^Shape `.*` has .* at offset \d+\.$/)
  })

  test('a match is no part of a longer run', () => {
    const parts = parseShape('tok_{base62:8}')
    const token = generate(parts, seedOf('token'))
    expect(matched(parts, token)).toBe(token)
    for (const around of [`${token}9`, `${token}-9`]) expect(matched(parts, around)).toBeUndefined()
    for (const around of [`"${token}"`, `=${token};`, `-${token}`]) expect(matched(parts, around, 1)).toBe(token)
    for (const before of ['x', '_', '7']) expect(matched(parts, before + token, 1)).toBeUndefined()
    for (const escape of ['\\n', '%3D', '\\u0022', '\\x22']) expect(matched(parts, escape + token, escape.length)).toBe(token)
  })

  test('padding belongs to base64', () => {
    const parts = parseShape('{base64:24}')
    expect(matched(parts, 'MDEyMzQ1Njc4OTAxMjM0NTY=')).toHaveLength(24)
    expect(matched(parts, 'MDEyMzQ1Njc4OTAxMjM0NTY=='.slice(1))).toHaveLength(24)
    expect(matched(parts, 'MDEyMzQ1Njc4OTAxMjM0NTY3')).toHaveLength(24)
  })

  test('what is the secret may be said', () => {
    const found = new RegExp(patternSource(parseShape('key={[a-z]:2}:<{digits:4}>;')), 'y').exec('key=ab:1234;')
    expect(found?.slice(1)).toEqual(['key=ab:', '1234'])
  })

  test('keywords stand where they are said to', () => {
    const [keyword, ...others] = keywordsOf(parseShape('glpat-{base64url:20}'), SELECTIVE) ?? []
    expect(others).toEqual([])
    expect('glpat-'.indexOf(keyword?.text ?? '?')).toBe(keyword?.before[0])
    expect(keyword?.before[0]).toBe(keyword?.before[1])
    expect(keywordsOf(parseShape('{base62:32}'), LEAST_SELECTIVE)).toBeUndefined()
    expect(keywordsOf(parseShape('(wxyz_{hex:8}|zyxw_{hex:8})'), SELECTIVE)).toHaveLength(2)
  })
})

describe('expanding', () => {
  test('is the same each time and differs from place to place', () => {
    const text = 'a={base62:20} b={base62:20} c={hex:8-12} d={[xyz]:5}'
    const expanded = expandShapes(text)
    expect(expandShapes(text)).toBe(expanded)
    const [, a, b] = /a=(\w{20}) b=(\w{20}) c=[\da-f]{8,12} d=[xyz]{5}$/.exec(expanded) ?? []
    expect(a).toBeDefined()
    expect(a).not.toBe(b)
  })

  test('a label makes two of them one', () => {
    const [one, other] = expandShapes('{base62:20#db} {base62:20#db}').split(' ')
    expect(one).toBe(other)
  })

  test('what is no placeholder stays', () => {
    for (const text of ['${x}', '{ a: 1 }', '{x:10}', '{{name}}', '{}', '{base62}', '{digits}', 'f"{width:4}"']) expect(expandShapes(text)).toBe(text)
  })

  test('a checksum holds', () => {
    expect(verifyChecksum('github', expandShapes('ghp_{base62:30}{crc32}'))).toBe('valid')
    expect(verifyChecksum('npm', expandShapes('//registry.npmjs.org/:_authToken=npm_{base62:30}{crc32}').split('=')[1] ?? '')).toBe('valid')
  })
})

describe('checksums', () => {
  test('CRC-32 of the standard\'s check value', () => {
    expect(crc32('123456789')).toBe(0xcb_f4_39_26)
  })

  test.each([
    ['github', 'ghp_{base62:36}'],
    ['github-refresh', 'ghr_{base62:76}'],
    ['npm', 'npm_{base62:36}'],
    ['vercel', 'vcp_{base64url:50}{base62:6}'],
    ['github-fine-grained', 'github_pat_{base62:22}_{base62:43}{base32:8}{base62:8}'],
    ['zuplo', 'zpka_{base36-lower:32}_{hex-lower:8}'],
    ['atlassian', 'ATATT3xFfGF0{base64url:80}={hex-upper:8}'],
    ['bitbucket', 'ATBB{base62:24}{hex-upper:8}'],
    ['grafana', 'glsa_{base62:32}_{hex-lower:8}'],
    ['gitlab-routable', 'glpat-{base64url:27}.{base36-lower:2}.{base36-lower:9}'],
    ['confluent', 'cflt{[A-Za-z0-9+/]:60}'],
    ['nkey', 'SU{base32:56}'],
  ] as const)('%s: made right, and noticed when broken', (name, shape) => {
    const parts = parseShape(shape)
    for (let seed = 0; seed < 5; seed++) {
      const token = generate(parts, seedOf(`${shape}${seed}`), 'any', name)
      expect(verifyChecksum(name, token)).toBe('valid')
      expect(token).toMatch(new RegExp(patternSource(parts)))
      const at = name === 'github-fine-grained' ? 80 : token.length - 1
      const broken = token.slice(0, at) + (token[at] === '0' ? '1' : '0') + token.slice(at + 1)
      expect(verifyChecksum(name, broken)).toBe('invalid')
      expect(withChecksum(name, broken)).toBe(token)
    }
  })

  test('what has not the form has no checksum', () => {
    expect(verifyChecksum('github', 'ghp_short')).toBeUndefined()
    expect(withChecksum('atlassian', 'ATATT3')).toBe('ATATT3')
  })
})

describe('every detector', () => {
  test('has a place in the table', () => {
    const { problems } = tabulate(DETECTORS.map(detector => ({ detector, file: detector.file })), [], [], partsOfPattern)
    expect(problems).toEqual([])
  })

  test.each(DETECTORS.map(detector => [detector.id, detector] as const))('%s matches what it describes and not what only nearly is it', (id, detector) => {
    const parts = partsOf(detector)
    const pattern = new RegExp(detector.pattern ?? patternSource(parts), 'y')
    const matches = (text: string): string | undefined => {
      pattern.lastIndex = 0
      return pattern.exec(text)?.[0]
    }
    if (detector.pattern === undefined) {
      for (let seed = 0; seed < 6; seed++) {
        const example = generate(parts, seedOf(`${id}${seed}`), seed < 2 ? 'least' : 'any', detector.checksum)
        expect(matches(example)).toBe(example)
      }
      for (const { text, flaw } of nearMisses(parts, seedOf(id))) expect(matches(text), flaw).toBeUndefined()
    } else {
      expect(detector.positives).not.toHaveLength(0)
    }
    for (const positive of detector.positives ?? []) expect(matches(expandShapes(positive))).toBeDefined()
  })
})

describe('law 9: every pattern is linear', () => {
  test.each(DETECTORS.map(detector => [detector.id, detector] as const))('%s takes few steps whatever it reads', (id, detector) => {
    const parts = partsOf(detector)
    const bound = 8 * ambiguity(parts)
    for (const text of adversaries(parts, id)) {
      const steps = countSteps(parts, text)
      expect(steps).toBeLessThanOrEqual(bound * (text.length + 64))
    }
  })

  test('a pattern that is not is refused', () => {
    for (const pattern of ['(a+)+b', 'a*', '(a)\\1', '(?:a{1,50}){1,50}b', '(?:x|x|x){1,40}y']) {
      const parts = partsOfPattern(pattern)
      expect(parts === undefined || ambiguity(parts) > 512, pattern).toBe(true)
    }
  })
})

/** Texts that make a matcher go back: cut off, broken at the end, one character for ever, the beginning again and again. */
function adversaries(parts: readonly Part[], id: string): readonly string[] {
  const longest = generate(parts, seedOf(id), 'any')
  const first = longest[0] ?? 'a'
  const middle = longest[longest.length >> 1] ?? 'a'
  const prefix = longest.slice(0, 8)
  return [
    longest.slice(0, -1), `${longest.slice(0, -1)}\u0000`, longest + longest, first.repeat(4000), middle.repeat(4000), prefix + middle.repeat(4000), prefix.repeat(400),
    prefix + '0'.repeat(4000), `${prefix}${'a'.repeat(4000)}`,
  ]
}

/** Steps of a matcher that goes back, as V8's does: one for each character that is asked for. */
function countSteps(parts: readonly Part[], text: string): number {
  let steps = 0
  const sequence = (items: readonly Part[], index: number, at: number, then: (at: number) => boolean): boolean => {
    const part = items[index]
    return part ? match(part, at, end => sequence(items, index + 1, end, then)) : then(at)
  }
  const repeat = (items: readonly Part[], count: number, min: number, max: number, at: number, then: (at: number) => boolean): boolean => {
    if (count < max && sequence(items, 0, at, end => end > at && repeat(items, count + 1, min, max, end, then))) return true
    return count >= min && then(at)
  }
  const match = (part: Part, at: number, then: (at: number) => boolean): boolean => {
    switch (part.kind) {
      case 'literal':
        steps++
        return text.startsWith(part.text, at) && then(at + part.text.length)
      case 'run': {
        let end = at
        while (end - at < part.max && part.alphabet.characters.includes(text[end] ?? '\uffff')) {
          end++
          steps++
        }
        for (; end - at >= part.min; end--) {
          steps++
          if (then(end)) return true
        }
        return false
      }
      case 'choice': return part.options.some(option => sequence(option, 0, at, then))
      case 'secret': return sequence(part.parts, 0, at, then)
      case 'repeat': return repeat(part.parts, 0, part.min, part.max, at, then)
    }
  }
  sequence(parts, 0, 0, () => false)
  return steps
}
