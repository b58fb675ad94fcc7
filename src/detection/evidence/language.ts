/** Whether a value is a sentence or a phrase, in any language: words apart by spaces, or a run of letters outside ASCII. */
export function isLanguage(value: string): boolean {
  const text = value.trim()
  if (/(?:(?!\p{Script=Latin})[\p{L}\p{M}]){2}/u.test(text)) return true
  const words = text.split(/\s+/)
  if (words.length < 2) return /^\p{Lu}\p{Ll}{2,}[?.:…]{1,3}$/u.test(text)
  const plain = words.filter(word => /^[("'“‘«¿¡]*(?:\p{L}+(?:[-'’]\p{L}+){0,3}|\d{1,4})[)"'”’».,:;!?…]*$/u.test(word) && !/\p{Ll}\p{Lu}/u.test(word))
  return plain.length / words.length >= 0.6
}
