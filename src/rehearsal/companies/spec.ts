import type { ProgramPlan, TeamPlan } from './plan.ts'

/** An invented company as data: everything else about it is drawn from its seed. */
export interface CompanySpec {
  readonly name: string
  readonly title: string
  readonly about: string
  readonly size: number
  /** zones with their sites; the first is where owner, lead and contacts live and the clock starts */
  readonly sites: readonly { readonly site: string; readonly tz: string; readonly weight: number }[]
  readonly teams: readonly TeamPlan[]
  /** share of people on each level, from 1 up */
  readonly levels: readonly number[]
  readonly program: ProgramPlan
}

export type { ProgramPlan, TeamPlan }
