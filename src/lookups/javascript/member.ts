/** A member of an object: `.key`, or `["the key"]`. */
export function member(key: string, quote: string): string {
  return /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(key) ? `.${key}` : `[${quote}${key}${quote}]`
}
