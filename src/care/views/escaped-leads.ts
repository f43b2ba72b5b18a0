import type { ReadLeads } from '../../copy/read-leads.ts'
import { escape } from '../../slack/blocks.ts'

/** Leads whose names are harmless inside mrkdwn. */
export const escapedLeads = ({ others, isReader }: ReadLeads): ReadLeads => ({ others: others.map(escape), isReader })
