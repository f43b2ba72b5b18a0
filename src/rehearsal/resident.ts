import type { Asked, KindId } from './companies/plan.ts'

/** An invented person with everything that the people.csv and their own mind are made of. */
export interface Resident {
  readonly id: string
  readonly externalId: string | null
  readonly name: string
  readonly title: string
  readonly email: string
  readonly level: number | null
  readonly team: string | null
  readonly site: string | null
  readonly managerId: string | null
  readonly startOn: string | null
  readonly tz: string
  /** minutes of the day, local */
  readonly hours: { readonly from: number; readonly to: number }
  readonly languages: readonly string[]
  readonly offers: readonly string[]
  readonly wants: readonly string[]
  /** what they would declare where a program asks and they consent; null: nothing */
  readonly attribute: string | null
  /** whether they join when they are invited */
  readonly joins: boolean
  /** likelihood that they answer a check-in, and that a talk of theirs takes place */
  readonly answers: number
  readonly meets: number
  /** what they tend to say a talk was worth, 1 to 5 */
  readonly kindness: number
}

/** What a company keeps beside its users: the sandbox hands it back untouched. */
export interface CompanyRest {
  readonly residents: readonly Resident[]
  readonly ownerId: string
  readonly leadId: string
  readonly contactIds: readonly string[]
  readonly program: {
    readonly name: string
    readonly kind: KindId
    readonly curriculum: string
    readonly joinBy: string
    readonly firstMonth: string
    readonly isPrivate: boolean
    /** what people are asked to declare for the pairing, where the program asks */
    readonly sponsor: string | null
    readonly attribute: Asked | null
  }
}
