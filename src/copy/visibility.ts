/**
 * Who sees which answer: the one table that renders the sentence beside each question and that the stores obey.
 * partner   the people one is paired with in that program
 * leads     that program's leads and the workspace's leads
 * totals    those leads, only as totals over at least FLOOR people
 * everyone  anybody who asks `/mentor ask`
 * pairing   nobody: only the pairing itself uses it
 * nobody    it only decides what this person is offered next
 */
export type Reader = 'partner' | 'leads' | 'totals' | 'everyone' | 'pairing' | 'contacts' | 'nobody'

export const VISIBILITY = {
  joined: ['leads'],
  not_this_year: ['pairing'],
  role: ['partner', 'leads'],
  offers: ['partner', 'leads'],
  wants: ['partner', 'leads'],
  level: ['leads'],
  manager: ['leads'],
  capacity: ['leads'],
  languages: ['partner', 'leads'],
  hours: ['partner', 'leads'],
  async_first: ['partner', 'leads'],
  private_list: ['pairing'],
  bio: ['partner', 'leads'],
  may_be_asked: ['everyone'],
  attribute: ['pairing'],
  attribute_differs: ['pairing'],
  attribute_guide_declares: ['pairing'],
  talk_date: ['partner'],
  agreement: ['partner'],
  agreement_holds: ['nobody'],
  met: ['totals'],
  worth: ['totals'],
  learned: ['totals'],
  taught: ['totals'],
  confident: ['totals'],
  heard: ['totals'],
  words: ['totals'],
  something_came: ['totals'],
} as const satisfies Readonly<Record<string, readonly Reader[]>>

export type Question = keyof typeof VISIBILITY

/** Which question the one that a program asks for its pairing is, by what its answers decide. */
export const ATTRIBUTE_QUESTION = {
  none: 'attribute',
  differs: 'attribute_differs',
  'guide-declares': 'attribute_guide_declares',
} as const satisfies Readonly<Record<string, Question>>

/**
 * Where nobody is shown an answer, and something can be told all the same from what the pairing does with it: it stands
 * beside the question too.
 * by_hand          a lead who names two people reads that they cannot be paired
 * partners_differ  being a pair shows that the two answers differ
 * guide_answered   guiding shows that one has answered
 */
export type Trace = 'by_hand' | 'partners_differ' | 'guide_answered'

export const TRACES: Readonly<Partial<Record<Question, readonly Trace[]>>> = {
  private_list: ['by_hand'],
  attribute_differs: ['partners_differ', 'by_hand'],
  attribute_guide_declares: ['guide_answered', 'by_hand'],
}

/** Refused tries to pair two people by hand that all leads of a program have together... */
export const HAND_TRIES = 3
/** ...within so many days. */
export const HAND_TRY_DAYS = 30

/** Nothing that comes from answers is shown about fewer people than this. It cannot be lowered. */
export const FLOOR = 5

/** The same for declared groups: in each one and in what remains beside it. */
export const GROUP_FLOOR = 10

/**
 * A store that hands answers on says which, and to whom. What the table does not allow is a fault of ours: it never
 * reaches anybody.
 * @throws naming the question and the reader
 */
export function allow(reader: Reader, ...questions: readonly Question[]): void {
  const hidden = questions.find((question) => !(VISIBILITY[question] as readonly Reader[]).includes(reader))
  if (hidden !== undefined) throw new Error(`${hidden} is not for ${reader}`)
}
