import { type Module, type Resource, refersTo } from '../core/module.ts'
import { type Node, stringOf, walk } from '../core/tree.ts'
import { companionsOf } from './database.ts'
import { mentions } from './statement.ts'

/** Stacks within a stack, which may do what is not seen here. */
const NESTED = ['AWS::CloudFormation::Stack', 'AWS::Serverless::Application']

/** Programs that run at deployment; a name that speaks of rotation is all that is known of them. */
const SCRIPTS = /^(?:Custom::|AWS::CloudFormation::CustomResource$|null_resource$|terraform_data$)/

/** Whether a rotation schedule reaches a secret; undefined: the module does not say. */
export function isRotated(secret: Resource, module: Module): boolean | undefined {
  if (secret.property('RotationRules').length > 0 || secret.property('RotationLambdaARN').length > 0) return true
  const carriers = [secret, ...companionsOf(secret, module)]
  const schedules = module.resources.filter(({ type }) => type === 'AWS::SecretsManager::RotationSchedule')
  const reached = schedules.map(schedule => reaches(schedule, secret, carriers, module))
  if (reached.includes(true)) return true
  const elsewhere = module.resources.some(resource => {
    const may = NESTED.includes(resource.type) || (SCRIPTS.test(resource.type) && /rotat/i.test(resource.type + resource.id))
    return may && carriers.some(carrier => mentions(resource, carrier))
  })
  return elsewhere || reached.includes(undefined) ? undefined : false
}

function reaches(schedule: Resource, secret: Resource, carriers: readonly Resource[], module: Module): boolean | undefined {
  const names = secret.property('Name').map(stringOf)
  const loop = schedule.attribute('for_each')
  const answers = schedule.property('SecretId').map(node => {
    const ids = isLoop(node) && loop ? [...walk(loop)] : [node]
    if (ids.some(id => carriers.some(carrier => refersTo(id, carrier)))) return true
    const name = stringOf(node)
    if (name !== undefined) return names.includes(name) || names.some(own => own !== undefined && name.includes(`:secret:${own}`))
    return ids.some(id => isElsewhere(id, module)) ? false : undefined
  })
  return answers.includes(true) ? true : answers.includes(undefined) ? undefined : false
}

function isLoop(node: Node): boolean {
  return node.kind === 'reference' && node.target.startsWith('each.')
}

/** Whether an id is of another secret for certain: of one in the module, or of one that another stack exports. */
function isElsewhere(node: Node, { resources }: Module): boolean {
  return (node.kind === 'call' && node.callee === 'ImportValue') || resources.some(resource => refersTo(node, resource))
}
