import { findTopic } from '../program/curricula/curricula.ts'
import type { Topic } from '../program/curricula/curriculum.ts'
import { guideIn, isSeniorLearner } from './roles.ts'
import { memberOf, type Place } from './scene.ts'

/** The topic whose listen-first card that person gets in that cycle; undefined for guides, juniors and the kickoff. */
export function listenFirstTopic({ scene, cycle, person }: Place): Topic | undefined {
  const guide = memberOf(scene, guideIn(scene.pair.members, scene.program.kind, cycle) ?? '')
  if (!isSeniorLearner(scene.program.kind, guide, person)) return undefined
  return cycle.topicKey === null ? undefined : findTopic(cycle.topicKey)
}
