import type { Finding } from './finding.ts'

/** Findings, each with a fingerprint that no other one has: how many equal ones stand before it in its file follows the fingerprint, from 1. */
export function toldApart(findings: readonly Finding[]): readonly { readonly finding: Finding; readonly fingerprint: string }[] {
  const seen = new Map<string, number>()
  return findings.map(finding => {
    const key = `${finding.path}\0${finding.fingerprint()}`
    const ordinal = (seen.get(key) ?? 0) + 1
    seen.set(key, ordinal)
    return { finding, fingerprint: `${finding.fingerprint()}:${ordinal}` }
  })
}
