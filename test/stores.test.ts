import { expect, test } from 'vitest'
import { detect } from '../dist/src/detection/detect.js'
import { openDocument } from '../dist/src/formats/index.js'

/** Long, and of every sort of sign, as generators of salts make them. */
const SALT = Array.from({ length: 64 }, (_, index) => String.fromCharCode(40 + ((index * index * 31 + index * 17 + (index >> 2) * 7) % 50) + (index % 3) * 12)).join('').replaceAll('\\', '!')

function confidences(path: string, text: string): readonly string[] {
  return detect(openDocument(path, text)).filter(({ role }) => role === 'secret').map(({ confidence }) => confidence)
}

test.each([
  ['wp-config.php', `<?php\ndefine('LOGGED_IN_KEY', '${SALT}');\n`],
  ['wp-config.php', `<?php\ndefine('NONCE_SALT', '${SALT}');\n`],
  ['filezilla.xml', '<Server><Pass>ExamplePas123</Pass></Server>\n'],
  ['.netrc', 'machine x.internal.io login ann password dummy-pass\n'],
])('%s: what is no more than a hint elsewhere is a secret where credentials are kept: %s', (path, text) => {
  expect(confidences(path, text)).toEqual(['medium'])
})

test.each([
  ['wp-config.php', "<?php\ndefine('AUTH_KEY', 'put your unique phrase here');\n"],
  ['wp-config.php', "<?php\ndefine('LOGGED_IN_KEY', 'wordpress_logged_in');\n"],
  ['.netrc', 'machine x.internal.io login ann password <password>\n'],
  ['.netrc', 'machine x.internal.io login ann password changeme\n'],
])('%s: a placeholder is none, wherever it stands: %s', (path, text) => {
  expect(confidences(path, text).filter(confidence => confidence !== 'low')).toEqual([])
})
