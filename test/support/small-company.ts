import { folderWith } from './first-company.ts'
import { type Running, start } from './running.ts'

/** As GET /_sandbox answers, as far as the tests read it. */
export interface Status {
  readonly company: string
  readonly team_id: string
  readonly now: string
  readonly users: readonly { readonly id: string; readonly is_lead: boolean; readonly deleted: boolean }[]
}

const SIZE = 40
const HALF = SIZE / 2

/** A company of forty: small enough to live through months of it several times in one test file. */
const smallCompany = {
  name: 'csv',
  seed: 3,
  kind: 'reverse',
  csv: ['id,level,team,tz']
    .concat(Array.from({ length: SIZE }, (_, i) => `P${i + 1},${i < HALF ? 2 : 8},Team ${i % 5},America/Detroit`))
    .join('\n'),
}

/** The app with that company; its clock moves only when told. */
export const startSmall = (env: Record<string, string> = {}): Promise<Running> => start(env, folderWith(smallCompany))

/** When its round is published and its pairs have been introduced. */
export const PAIRED = '2026-01-22T22:00:00Z'
