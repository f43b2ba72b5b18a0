import { CURRICULA, findTopic } from '../program/curricula/curricula.ts'
import type { Topic } from '../program/curricula/curriculum.ts'
import { LOOK_BACK } from '../program/curricula/look-back.ts'
import type { ProgramCycle } from './cadence.ts'

const OFFERED = 3

/** Three subjects to bring up in place of this one: the program's own that come next, then those of other curricula. */
export function otherTopics(cycles: readonly ProgramCycle[], topicKey: string): readonly Topic[] {
  const here = cycles.findIndex((cycle) => cycle.topicKey === topicKey)
  const own = [...cycles.slice(here + 1), ...cycles.slice(0, Math.max(here, 0))].map((cycle) =>
    findTopic(cycle.topicKey),
  )
  const all = [...own.filter((topic) => topic !== undefined), ...CURRICULA.flatMap((curriculum) => curriculum.topics)]
  return [...new Set(all)].filter((topic) => topic.key !== topicKey && topic.key !== LOOK_BACK.key).slice(0, OFFERED)
}
