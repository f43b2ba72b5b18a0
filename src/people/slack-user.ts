import { clean } from '../slack/form.ts'

/** What Slack knows of somebody, as this app keeps it. */
export interface SlackPerson {
  readonly id: string
  readonly name: string
  readonly title: string
  readonly tz: string
  readonly locale: string | null
  readonly isGuest: boolean
  readonly isBot: boolean
  readonly isAdmin: boolean
  readonly isDeleted: boolean
}

const MAX_NAME = 80
const MAX_TITLE = 120

/**
 * Reads Slack's user object, in which any field may be missing, null or ''.
 * @param workspaceId whose members count; everybody from elsewhere (Slack Connect) is a guest
 * @returns undefined for what is no user object
 */
export function readSlackUser(user: unknown, workspaceId: string): SlackPerson | undefined {
  const fields = record(user)
  const id = text(fields.id)
  if (id === '') return undefined
  const profile = record(fields.profile)
  const name = [profile.real_name, fields.real_name, profile.display_name, fields.name].map(text).find((n) => n !== '')
  const team = text(fields.team_id)
  return {
    id,
    name: (name ?? id).slice(0, MAX_NAME),
    title: text(profile.title).slice(0, MAX_TITLE),
    tz: zone(text(fields.tz)),
    locale: text(fields.locale) || null,
    // somebody invited who never signed in can take no part yet; their first sign-in is a user_change
    isGuest:
      isTrue(fields.is_restricted) ||
      isTrue(fields.is_ultra_restricted) ||
      isTrue(fields.is_stranger) ||
      isTrue(fields.is_invited_user) ||
      (team !== '' && team !== workspaceId),
    isBot: isTrue(fields.is_bot) || id === 'USLACKBOT', // Slackbot says is_bot: false
    isAdmin: isTrue(fields.is_admin) || isTrue(fields.is_owner) || isTrue(fields.is_primary_owner),
    isDeleted: isTrue(fields.deleted),
  }
}

/** The e-mail Slack shows with the optional scope, as two spellings of it compare; '' without. */
export const emailOf = (user: unknown): string => emailKey(text(record(record(user).profile).email))

/** Case, width and composed accents do not make two addresses. */
export const emailKey = (email: string): string => email.normalize('NFKC').trim().toLowerCase()

/** Zones asked about before, with the answer: to ask costs a tenth of a millisecond, and everybody is read once a day. */
const known = new Map<string, string>()

/** The zone if this machine knows it, else UTC: a wrong hour beats a message that can never be sent. */
function zone(tz: string): string {
  const before = known.get(tz)
  if (before !== undefined) return before
  const taken = isZone(tz) ? tz : 'UTC'
  known.set(tz, taken)
  return taken
}

function isZone(tz: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: tz })
    return true
  } catch {
    return false
  }
}

const isTrue = (value: unknown): boolean => value === true
const text = (value: unknown): string => (typeof value === 'string' ? clean(value) : '')
const record = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {} // read field by field, each checked
