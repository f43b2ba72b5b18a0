export type KindId = 'traditional' | 'reverse' | 'reciprocal' | 'cross-group'

export interface TeamPlan {
  readonly team: string
  /** what one does there: "Estimator" */
  readonly role: string
  readonly weight: number
  /** ids of the skill catalog that people there tend to offer */
  readonly skills: readonly string[]
}

/** What people are asked to declare for the pairing, and what it decides. */
export interface Asked {
  readonly label: string
  readonly options: readonly string[]
  readonly rule: 'differs' | 'guide-declares'
}

/** The one program that the lead of the company sets up. */
export interface ProgramPlan {
  readonly name: string
  readonly kind: KindId
  readonly curriculum: string
  readonly joinBy: string
  readonly firstMonth: string
  readonly isPrivate?: true
  /** the group that runs it */
  readonly sponsor?: string
  readonly attribute?: Asked
  /** what those who come declare, by weight; null: nothing. Left out: nearly all, one half each */
  readonly declared?: readonly (readonly [string | null, number])[]
  /** how many of the two ends of the ladder join; what lies between may join too, by `middleShare` */
  readonly joiners: { readonly seniors: number; readonly juniors: number; readonly middleShare: number }
  /** from this level up people count as seniors, up to the other as juniors */
  readonly seniorFrom: number
  readonly juniorTo: number
}
