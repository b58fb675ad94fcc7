/** Reasoned, not yet fitted. */
export const BIAS = -1.5

/** Scores from which a candidate found by its name is of a confidence. */
export const THRESHOLDS = { high: 2.5, medium: 1, low: 0 } as const

export const WEIGHTS: Readonly<Record<string, number>> = {
  'named password': 2.6, 'named token': 1.6, 'named api key': 1.8, 'named secret': 1.8, 'named private key': 1.2, 'named credential': 0.6, 'named connection string': 0, 'named session': -1.2,
  'named authorization': -0.5, 'named key': -1.5, 'named name': -4, 'named reference': -4, 'named field': -4, 'named policy': -4, 'named digest': -3.5, 'named public': -4, 'named none': -6,
  'is random': 2.2, 'is mixed password': 1.5, 'is word and digits': 0.6, 'is keyboard walk': 0, 'is unknown word': 0, 'is word': -1, 'is words of a secret': -0.8, 'is identifier': -2.5,
  'is private key': 5, 'is web token': 2, 'is hexadecimal': 0.3, 'is UUID': -1, 'is number': -0.5, 'is integrity': -4, 'is password hash': -3, 'is certificate': -5, 'is public key': -5, 'is coloned': -3,
  'is prefixed digest': -3, 'is language': -4, 'is partly an expression': -3, 'is URL': -4, 'is path': -4, 'is e-mail': -3, 'is date': -3, 'is version': -4, 'is constant': -5, 'is colour': -4,
  'is MIME type': -5, 'is selector': -4, 'is dotted name': -3, 'is host': -3, 'is markup': -4, 'is enumeration': -3, 'is data': -3, 'is pattern': -3, 'is query': -4,
  'is placeholder, masked': -4, 'is placeholder, repeated': -3, 'is placeholder, sequence': -1, 'is placeholder, telling': -3, 'is placeholder, yours': -3, 'is placeholder, name': -1.5,
  'in config': 0.8, 'in code': 0, 'in text': -0.8, 'in markup': -0.4, 'place: test': -1.5, 'place: fixture': -1, 'place: documentation': -1.2, 'place: example': -1, 'place: vendored': -1.5,
  'place: minified': -3, 'place: lock file': -6, 'place: generated': -1, 'place: translation': -3, 'place: settings': 0.5, 'bound by text': -1, 'bound by comparison': -0.5, 'bound by column': -1,
  'named password and is word': 0.5, 'named password and is words of a secret': 0.4, 'named password and is number': 0.6, 'length up to 3': -2, 'length up to 5': -0.5,
}

/** Of what was found by a provider's form; reasoned. */
export const FORM_WEIGHTS: Readonly<Record<string, number>> = {
  'has a form of its own': 3.5, 'has a form and a word beside it': 1.5, 'has a checksum that is valid': 3, 'has a checksum that is invalid': -1.5,
  'bound to value': 1.5, 'bound to digest': -2.5, 'bound to public': -2.5, 'bound to policy': -1.5, 'bound to field': -1.5,
  'is placeholder, masked': -4, 'is placeholder, repeated': -4, 'is placeholder, sequence': -2, 'is placeholder, telling': -2.5, 'is placeholder, bracketed': -4, 'is expression': -3, 'is partly an expression': -3,
  'is identifier': -2, 'is word': -3, 'is path': -2, 'is URL': 0, 'is integrity': -4, 'is UUID': -0.5, 'is hexadecimal': -0.3, 'is certificate': -4, 'is public key': -4, 'is dotted name': -1.5,
  'place: lock file': -3, 'place: minified': -1, 'place: vendored': -0.7, 'place: test': -0.5, 'place: fixture': -0.5, 'place: documentation': -0.5, 'place: example': -0.5, 'place: translation': -1,
}
