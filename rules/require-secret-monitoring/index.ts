import { type Module, type Resource, shortName } from '../../src/core/module.ts'
import { defineRule } from '../../src/core/rule.ts'
import { type Node, stringOf, walk } from '../../src/core/tree.ts'
import { booleanOf } from '../../src/iac/value.ts'

/** What tells somebody of an event, and its properties that say of which. */
const WATCHERS: Readonly<Record<string, readonly string[]>> = {
  'AWS::Events::Rule': ['EventPattern'],
  'AWS::Logs::MetricFilter': ['FilterPattern'],
  'AWS::CloudWatch::Alarm': ['MetricName', 'Namespace', 'Metrics'],
  'AWS::Serverless::Function': ['Events'],
}

export default defineRule({
  id: 'require-secret-monitoring',
  summary: 'Require that what happens to secrets is recorded and noticed',
  severity: 'information',
  presets: { recommended: false, strict: {} },
  messages: {
    off: 'Trail `{{name}}` records nothing: neither who reads a secret nor who deletes it.',
    reads: 'Trail `{{name}}` leaves out who reads a secret, which is no change.',
    unwatched: 'Trail `{{name}}` records what happens to secrets, but no event rule and no alarm tells anybody of `DeleteSecret` or of a rotation that failed.',
  },
  keywords: ['secretsmanager', 'cloudtrail'],
  options: { type: 'object', properties: {}, additionalProperties: false },
  defaults: {},
  *checkModule(module: Module) {
    const trails = module.resources.filter(({ type }) => type === 'AWS::CloudTrail::Trail')
    const [first] = trails
    for (const trail of trails) {
      const place = { path: trail.path, data: { name: shortName(trail) } }
      for (const node of trail.property('IsLogging')) {
        if (booleanOf(node) === false) yield { messageId: 'off', ...place, severity: 'warning', range: node.range } as const
      }
      const kinds = trail.property('EventSelectors', 'ReadWriteType')
      const [kind] = kinds
      if (kind && kinds.every(node => stringOf(node) === 'WriteOnly')) yield { messageId: 'reads', ...place, range: kind.range } as const
    }
    const has = module.resources.some(({ type }) => type === 'AWS::SecretsManager::Secret')
    if (!first || !has || !module.complete || module.resources.some(isWatching)) return
    yield { messageId: 'unwatched', path: first.path, range: first.nameRange, data: { name: shortName(first) } } as const
  },
})

/** Whether a resource watches secrets, or may do so by what the file does not say. */
function isWatching(resource: Resource): boolean {
  return (WATCHERS[resource.type] ?? []).some(name => resource.property(name).some(isAboutSecrets))
}

function isAboutSecrets(pattern: Node): boolean {
  return [...walk(pattern)].some(node => {
    if (node.kind === 'reference') return true
    const keys = node.kind === 'mapping' ? node.entries.map(({ key }) => key) : []
    return [...keys, stringOf(node) ?? ''].some(text => /secrets?[-_ ]?manager|deletesecret|rotationfailed|rotation failed/i.test(text))
  })
}
