/** What a value is of its shape, where that is no secret. */
export type Shape = 'URL' | 'path' | 'e-mail' | 'date' | 'version' | 'number' | 'constant' | 'colour' | 'MIME type' | 'selector' | 'dotted name' | 'host' | 'markup' | 'enumeration' | 'data' | 'pattern' | 'query' | 'punctuation'

const FORMS: readonly (readonly [Shape, RegExp])[] = [
  ['constant', /^(?:true|false|null|none|nil|undefined|yes|no|on|off|nan|void|default|auto|enabled?|disabled?|required|optional|string|boolean|function|symbol|bigint|integer|number|object|array|utf-?(?:8|16|32)(?:[lb]e)?|latin-?1|(?:us-)?ascii|iso-8859-\d{1,2}|base64(?:url)?|hex|binary|u?int\d{0,2}(?:_t|(?:clamped)?array)?|(?:array)?buffer|bytes?|float\d{0,2}(?:array)?|double|char|date(?:time)?|ssh-(?:rsa|dss|ed25519)|ecdsa-sha2-nistp\d{3})$/i],
  ['URL', /^(?:[a-z][a-z0-9+.-]{1,20}:)?\/\/\S+$|^(?:mailto|tel|data|urn|jdbc|javascript|about|blob|cid|spiffe):\S/i],
  ['e-mail', /^[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}$/],
  ['MIME type', /^(?:application|text|image|audio|video|multipart|font|message)\/[\w.+*-]+/],
  ['date', /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}.{0,20})?$|^\d{1,2}[/.]\d{1,2}[/.]\d{2,4}$|^\d{8}T\d{6}Z?$|^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4}/],
  ['version', /^[v^~><=]{0,2}\d{1,4}\.\d{1,5}(?:\.\d{1,7})?(?:\.\d{1,5})?(?:[-+.][\w.]{1,30})?$/],
  ['version', /^\d{1,4}\.\d{1,5}\.\d{1,7}[\w.+-]{0,30}\(.*\)$/],
  ['version', /^(?:workspace|npm|link|file|portal|patch):[\w^~*@/.-]*$|^[v^~><=]{0,2} ?\d[\w.+]{0,30}(?:(?: - | \|\| |\|\||, ?| )[v^~><=]{0,2} ?\d[\w.+]{0,30}){1,6}$/],
  ['number', /^[-+]?(?:0x[0-9a-f]{1,16}|\d{1,3}(?:[,_]\d{3})+|\d*\.\d+|\d+)[a-z%]{0,3}$/i],
  ['colour', /^#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$|^(?:rgb|hsl)a?\(/i],
  ['markup', /^<[a-z!?/]|^&\w+;/i],
  ['punctuation', /^[^\p{L}\p{N}]+$/u],
  ['data', /^[{[].*[}\]]$/s],
  ['pattern', /^\^|\$$|\[\^?[\w\\]-[\w\\]|\\[dwsb][+*]|\(\?[:=!]/],
  ['query', /^(?:SELECT|INSERT|UPDATE|DELETE|CREATE|ALTER|DROP|GRANT) /i],
  ['path', /^(?:~|\.{1,2}|[A-Za-z]:)?[\\/][\w@.$ %+{}~*:-]+(?:[\\/][\w@.$ %+{}~*:-]*)*$|^[\w.@-]+(?:\/[\w.@${}*-]+){2,}\/?$|^[\w./@-]+\.(?:pem|key|crt|cer|p12|pfx|jks|json|ya?ml|xml|txt|js|ts|tsx|jsx|py|rb|go|java|php|html?|css|md|sh|conf|cfg|ini|properties|env|log|sql|png|jpe?g|svg|gif|lock|toml|cs|dll|exe|so|zip|gz|tar|csv|proto|tf|tpl|erb|vue|scss|less|keystore|pub|db)$/],
  ['selector', /^[.#][a-z][\w-]*(?:[ >+~.#:[].*)?$|^\[[\w-]+(?:[~|^$*]?=.*)?\]$|^[a-z]+\[[\w-]+=.*\]$|^\/\/\w+\[@/i],
  ['enumeration', /^[A-Z][A-Z0-9]{0,30}(?:[_.:-][A-Z0-9]{1,30}){1,10}$/],
  ['host', /^(?:[a-z0-9-]{1,63}\.){1,6}(?:com|org|net|io|dev|local|internal|cloud|co|app|ru|cn|de|uk|eu|info|svc|cluster|localhost|aws|edu|gov)(?::\d{2,5})?(?:\/.*)?$|^(?:\d{1,3}\.){3}\d{1,3}(?:[:/]\d{1,5})?$|^localhost(?::\d+)?$/i],
  ['dotted name', /^[A-Z_][\w-]*(?:(?:[.\\/]|::|->|:)(?:[A-Z_][\w$-]*|\$?\w{1,2})){1,8}$/i],
]

/** The shape of a value, or undefined where it has none that speaks against a secret. */
export function shapeOf(value: string): Shape | undefined {
  return FORMS.find(([, pattern]) => pattern.test(value))?.[0]
}
