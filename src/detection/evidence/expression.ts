const CALL = /^[A-Z_$@][\w$.:>-]{0,80}\(.{0,400}\)?;?$/is
const VARIABLE = /^(?:\$[A-Za-z_][\w.]{0,80}|\$\{?env:[^}]{1,80}\}?|%[A-Za-z_]\w{0,60}%|!(?:Ref|Sub|GetAtt|ImportValue|vault|encrypted)\b.{0,200})$/s
const WHOLE = /^(?:\$\{[^{}]{1,200}\}|\$\([^()]{1,200}\)|\{\{.{1,300}\}\}|#\{[^{}]{1,200}\}|<%.{1,300}%>|\{%.{1,300}%\}|\$\[[^\]]{1,80}\]|%\([\w.]{1,80}\)[sdr]|%[-+ 0#]{0,3}\d{0,3}[sdvqxf@]|\{\w{0,60}\}|\[\[.{1,100}\]\]|`[^`]{1,200}`|@@?\{?[A-Z][\w.]{1,60}\}?@@?)$/s
const HOLDS = /\$\{[^{}]{1,200}\}|\{\{.{1,200}?\}\}|#\{[^{}]{1,200}\}|<%.{1,200}?%>|\$\([A-Za-z(][^()]{0,200}\)|%\([\w.]{1,80}\)s|\$[A-Z_][A-Z0-9_]{2,60}\b/s
const MEMBER = /^(?:process\.env|os\.environ|os\.getenv|System\.getenv|ENV\b|env\.|secrets?\.|vars?\.|local\.|data\.|module\.|self\.|this\.|config\.|settings\.|params?\.|options\.|opts\.|args\.|req\.|request\.|props\.|state\.|import\.meta)/
const SUBSCRIPT = /^[A-Z_$][\w$.]{0,80}\[["']?[\w.$ -]{1,80}["']?\]$/i
/** A path of names without a digit: with one it may as well be a password. */
const CHAIN = /^[a-z_$]{1,60}(?:(?:\.|->|::|\?\.)[a-z_$]{1,60}){1,8}(?:\[[^\]]{0,60}\])?$/i
/** `List[V1Secret]`, `Map<String, Token>`; `~azure.core.credentials.TokenCredential`. */
const GENERIC = /^(?:list|dict|set|map|array|optional|union|record|promise|tuple|type|vector|vec|option|collection|sequence|iterable)[[<(][\w., [\]<>()|*&:]{1,200}[\])>]$/i
const TYPE = /^[~!.]?[a-z_]\w{0,40}(?:\.[a-z_]\w{0,40}){0,6}\.(?:[A-Z][a-z]{1,20}){2,6}$/
const FORMAT = /^(?:[^%\s]{0,40}%[sdvqx@](?![A-Za-z0-9])){1,6}[^%\s]{0,40}$/

/** How a value is an expression rather than text: `whole`, in `part`, or undefined. */
export function expressionOf(value: string, quote: string, interpolated: boolean): 'whole' | 'part' | undefined {
  const text = value.trim()
  if (GENERIC.test(text) || TYPE.test(text) || WHOLE.test(text) || VARIABLE.test(text) || MEMBER.test(text)) return 'whole'
  if (quote === '' && (CALL.test(text) || SUBSCRIPT.test(text) || CHAIN.test(text))) return 'whole'
  if (/^[A-Z_][\w.]{0,80}\((?:[^()]|\([^()]{0,100}\)){0,200}\)$/i.test(text)) return 'whole'
  if (interpolated || HOLDS.test(text) || FORMAT.test(text)) return 'part'
  return undefined
}
