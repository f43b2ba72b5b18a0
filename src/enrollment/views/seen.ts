import { type Copy, seenBy } from '../../copy/copy.ts'
import type { Question } from '../../copy/visibility.ts'
import { escape, eye } from '../../slack/blocks.ts'
import type { JoinForm } from '../join-form.ts'

/** Who sees the answer, below its question. */
export const seen = (copy: Copy, form: Pick<JoinForm, 'lead'>, question: Question) =>
  eye(seenBy(copy, question, escape(form.lead)))
