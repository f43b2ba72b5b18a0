import type { Curriculum, Topic } from './curriculum.ts'
import { GENERATIONS } from './generations.ts'
import { INCLUSION } from './inclusion.ts'
import { LOOK_BACK } from './look-back.ts'
import { NEW_TECHNOLOGY } from './new-technology.ts'
import { RECIPROCAL } from './reciprocal.ts'

/** All curricula, in the order a lead reads them. A new one is one more entry. */
export const CURRICULA: readonly Curriculum[] = [GENERATIONS, NEW_TECHNOLOGY, INCLUSION, RECIPROCAL]

const BY_KEY = new Map([...CURRICULA.flatMap((c) => c.topics), LOOK_BACK].map((topic) => [topic.key, topic]))

/** Undefined for an id of no curriculum. */
export const findCurriculum = (id: string): Curriculum | undefined => CURRICULA.find((c) => c.id === id)

/** Undefined for a key of no topic. */
export const findTopic = (key: string): Topic | undefined => BY_KEY.get(key)

/** What a program of that curriculum talks about, in order: its topics, then the look back. */
export const topicKeys = (curriculum: Curriculum): string[] => [...curriculum.topics, LOOK_BACK].map((t) => t.key)
