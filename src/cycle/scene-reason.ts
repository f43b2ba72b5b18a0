import type { Copy } from '../copy/copy.ts'
import { reasonWords } from '../pairing/reason-words.ts'
import { firstName } from '../people/person.ts'
import { memberOf, type Scene } from './scene.ts'

/**
 * Why these were paired, in words they may read; not escaped.
 * @param skill label of a skill's id
 * @param self who reads it alone; left out: all of them together
 */
export const reasonOf = (copy: Copy, scene: Scene, skill: (id: string) => string, self?: string): string =>
  reasonWords(
    copy,
    scene.reasons,
    { person: (id) => firstName(memberOf(scene, id)?.name ?? ''), skill },
    self === undefined ? 'pair' : { self },
  )
