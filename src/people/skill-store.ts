import type { Db } from '../database/deps.ts'
import { ADDED_GROUP, catalog, type Skill, type SkillGroup, skillId, skillIndex } from './skills.ts'

/** Everything people here can offer or want, in groups; what the company added comes last, oldest first. */
export async function skillCatalog(db: Db, workspaceId: string): Promise<readonly SkillGroup[]> {
  return catalog(await addedSkills(db, workspaceId))
}

/** Labels by id, of every skill there is. */
export async function skillLabels(db: Db, workspaceId: string): Promise<ReadonlyMap<string, string>> {
  const groups = [...catalog([]), { label: ADDED_GROUP, skills: await addedSkills(db, workspaceId) }]
  return new Map(groups.flatMap(({ skills }) => skills.map((skill) => [skill.id, skill.label])))
}

/** Every spelling that names a skill, with its id. */
export async function skillSpellings(db: Db, workspaceId: string): Promise<ReadonlyMap<string, string>> {
  return skillIndex([...catalog([]), { label: ADDED_GROUP, skills: await addedSkills(db, workspaceId) }])
}

/** Adds skills that nobody has named yet; the same again changes nothing. Labels are clean, their ids not empty. */
export async function addSkills(
  db: Db,
  workspaceId: string,
  labels: readonly string[],
  source: 'file' | 'person',
  now: Date,
): Promise<void> {
  if (labels.length === 0) return
  await db
    .insertInto('skill')
    .values(
      labels.map((label) => ({
        workspace_id: workspaceId,
        skill_id: skillId(label),
        label,
        group_name: ADDED_GROUP,
        source,
        added_at: now,
      })),
    )
    .onConflict((c) => c.columns(['workspace_id', 'skill_id']).doNothing())
    .execute()
}

async function addedSkills(db: Db, workspaceId: string): Promise<Skill[]> {
  return db
    .selectFrom('skill')
    .select(['skill_id as id', 'label'])
    .where('workspace_id', '=', workspaceId)
    .orderBy('added_at')
    .orderBy('skill_id')
    .execute()
}
