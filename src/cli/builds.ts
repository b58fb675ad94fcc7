/** What a build of Java says of its project. */
export interface Build {
  readonly name?: string
  /** The version of Spring Boot, as written. */
  readonly springBoot?: string
  /** `group:artifact`. */
  readonly dependencies: readonly string[]
}

/** Reads a `pom.xml` of Maven. */
export function readMaven(text: string): Build {
  const parent = /<parent>([\s\S]{0,2000}?)<\/parent>/.exec(text)?.[1] ?? ''
  const own = parent === '' ? text : text.replace(parent, '')
  const version = /spring-boot-starter-parent/.test(parent) ? valueOf('version', parent) : /<artifactId>spring-boot-dependencies<\/artifactId>\s*<version>([^<]*)</.exec(text)?.[1]
  const property = /^\$\{([\w.-]+)\}$/.exec(version ?? '')?.[1]
  const known = property === undefined ? version : valueOf(property, text)
  const name = valueOf('artifactId', own.split('<dependencies>')[0] ?? '')
  return {
    ...(name !== undefined && { name }),
    ...(known !== undefined && { springBoot: known }),
    dependencies: [...text.matchAll(/<groupId>([\w.-]+)<\/groupId>\s*<artifactId>([\w.-]+)<\/artifactId>/g)].map(([, group = '', artifact = '']) => `${group}:${artifact}`),
  }
}

/** Reads a `build.gradle` or `build.gradle.kts`, with the settings beside it. */
export function readGradle(text: string, settings: string): Build {
  const version = /org\.springframework\.boot["']\)?\s{1,4}version\s{1,4}["']([^"']+)["']|spring-boot-gradle-plugin:([^"']+)["']/.exec(text)
  const springBoot = version?.[1] ?? version?.[2]
  const name = /rootProject\.name\s{0,4}=\s{0,4}["']([\w.-]+)["']/.exec(settings)?.[1]
  return {
    ...(name !== undefined && { name }),
    ...(springBoot !== undefined && { springBoot }),
    dependencies: [...text.matchAll(/["']([\w.-]+:[\w.-]+)(?::[^"'\s]{0,80})?["']/g)].map(([, coordinates = '']) => coordinates),
  }
}

function valueOf(element: string, text: string): string | undefined {
  const [, rest] = text.split(`<${element}>`)
  return rest?.slice(0, Math.max(0, rest.indexOf('<'))).trim() || undefined
}
