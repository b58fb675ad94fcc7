import type { Document } from '../../core/document.ts'

/** The steps of a rotation, in their order. */
export const STEPS = ['createSecret', 'setSecret', 'testSecret', 'finishSecret'] as const

/** Whether a program is a function that Secrets Manager calls to rotate a secret: it reads the step and the token of the event, and says one of the steps. */
export function isRotation({ text }: Document): boolean {
  return /\bClientRequestToken\b/.test(text) && /\bStep\b/.test(text) && STEPS.some(step => new RegExp(`['"\`]${step}['"\`]|\\b${step}\\s*[:(]`).test(text))
}
