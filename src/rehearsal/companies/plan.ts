export type KindId = 'traditional' | 'reverse' | 'reciprocal' | 'cross-group'

export interface TeamPlan {
  readonly team: string
  /** what one does there: "Estimator" */
  readonly role: string
  readonly weight: number
  /** ids of the skill catalog that people there tend to offer */
  readonly skills: readonly string[]
}

/** The one program that the lead of the company sets up. */
export interface ProgramPlan {
  readonly name: string
  readonly kind: KindId
  readonly curriculum: string
  readonly joinBy: string
  readonly firstMonth: string
  readonly isPrivate?: true
  readonly attribute?: { readonly label: string; readonly options: readonly string[] }
  /** how many of the two ends of the ladder join; what lies between may join too, by `middleShare` */
  readonly joiners: { readonly seniors: number; readonly juniors: number; readonly middleShare: number }
  /** from this level up people count as seniors, up to the other as juniors */
  readonly seniorFrom: number
  readonly juniorTo: number
}
