import { type Copy, seenBy } from '../../copy/copy.ts'
import type { Question } from '../../copy/visibility.ts'
import { eye } from '../../slack/blocks.ts'

/** Who sees the answer, below its question. */
export const seen = (copy: Copy, question: Question) => eye(seenBy(copy, question))
