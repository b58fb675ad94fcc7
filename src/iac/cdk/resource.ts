import type { Resource } from '../../core/module.ts'
import { jsonOf } from '../json-template.ts'
import { valuesAt } from '../path.ts'
import type { Draft } from './draft.ts'
import type { CdkFile } from './file.ts'
import { findLoosely } from './nodes.ts'

/** A resource of a program that rules can ask and change. */
export function resourceOf(file: CdkFile, draft: Draft): Resource {
  const { type, id, made, properties, complete, attributes } = draft
  const { document } = file
  return {
    type, id, complete,
    path: document.path,
    range: made.range,
    nameRange: made.calleeRange,
    property: (...path) => valuesAt(properties, path, findLoosely),
    attribute: name => attributes?.[name],
    json: node => jsonOf(document, node),
    set: () => undefined,
    setAttribute: () => undefined,
    replace: () => undefined,
    add: () => undefined,
  }
}

