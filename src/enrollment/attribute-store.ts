import type { Cipher } from '../database/cipher.ts'
import type { Db } from '../database/deps.ts'
import { type AttributeQuestion, needsAnswer, readAttributeQuestion } from './attribute-question.ts'

/** One person's declared attribute in one program. */
export interface Declarant {
  readonly workspaceId: string
  readonly programId: number
  readonly personId: string
}

const sealedAt = (who: Declarant) => ({
  table: 'enrollment',
  row: `${who.workspaceId}/${who.programId}/${who.personId}`,
})

/** Makes an answer unreadable outside that program's pairing. */
export const sealAttribute = (cipher: Cipher, who: Declarant, value: string): Buffer =>
  cipher.seal(value, sealedAt(who))

export const openAttribute = (cipher: Cipher, who: Declarant, sealed: Buffer): string =>
  cipher.open(sealed, sealedAt(who))

/** What that person declared for that program; for their own form alone. */
export async function declared(db: Db, cipher: Cipher, who: Declarant): Promise<string | null> {
  const row = await db
    .selectFrom('enrollment')
    .select('attribute')
    .where('workspace_id', '=', who.workspaceId)
    .where('program_id', '=', who.programId)
    .where('person_id', '=', who.personId)
    .executeTakeFirst()
  return row?.attribute ? openAttribute(cipher, who, row.attribute) : null
}

/** What the program asks for its pairing, with consent; null where it asks nothing. */
export async function attributeQuestion(
  db: Db,
  workspaceId: string,
  programId: number,
): Promise<AttributeQuestion | null> {
  const row = await db
    .selectFrom('program')
    .select(['attribute', 'kind'])
    .where('workspace_id', '=', workspaceId)
    .where('program_id', '=', programId)
    .executeTakeFirst()
  return row ? readAttributeQuestion(row.attribute, row.kind) : null
}

/**
 * The question without whose answer nobody can be that person's partner, where they gave none; null where they need not.
 * For that person alone: to everybody else it would tell what they did not answer.
 */
export async function missingAnswer(db: Db, { workspaceId, programId, personId }: Declarant): Promise<string | null> {
  const row = await db
    .selectFrom('enrollment as e')
    .innerJoin('program as p', (join) =>
      join.onRef('p.workspace_id', '=', 'e.workspace_id').onRef('p.program_id', '=', 'e.program_id'),
    )
    .select(['p.attribute', 'p.kind', 'e.role'])
    .where('e.workspace_id', '=', workspaceId)
    .where('e.program_id', '=', programId)
    .where('e.person_id', '=', personId)
    .where('e.attribute', 'is', null)
    .executeTakeFirst()
  const question = row ? readAttributeQuestion(row.attribute, row.kind) : null
  return row && question && needsAnswer(question.rule, row.kind, row.role) ? question.label : null
}

/** The question of that program that they answered, unread; null where they did not, or it asks none any more. */
export async function answeredQuestion(db: Db, who: Declarant): Promise<string | null> {
  const row = await db
    .selectFrom('enrollment')
    .select('program_id')
    .where('workspace_id', '=', who.workspaceId)
    .where('program_id', '=', who.programId)
    .where('person_id', '=', who.personId)
    .where('attribute', 'is not', null)
    .executeTakeFirst()
  return row ? ((await attributeQuestion(db, who.workspaceId, who.programId))?.label ?? null) : null
}
