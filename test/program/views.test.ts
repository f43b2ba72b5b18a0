import { test } from 'vitest'
import { en } from '../../src/copy/en/en.ts'
import type { Contact } from '../../src/program/contact-store.ts'
import type { Program } from '../../src/program/program.ts'
import {
  answeredMessage,
  askMessage,
  changedMessage,
  contactLeftMessage,
  contactNamedView,
  contactsMessage,
  contactView,
} from '../../src/program/views/contact-views.ts'
import { programView, readBackView } from '../../src/program/views/form-view.ts'
import { leadListMessage, noLeadMessage, welcomeMessage } from '../../src/program/views/lead-views.ts'
import {
  endedWaitingMessage,
  openedView,
  openView,
  programMessage,
  programsMessage,
} from '../../src/program/views/program-views.ts'
import { savedView } from '../../src/program/views/saved-view.ts'
import { INJECTIONS, isHarmless, messageLooksLike, viewLooksLike } from '../enrollment/golden.ts'
import { aDraft } from './seed.ts'

const program: Program = {
  ...aDraft(),
  id: 3,
  state: 'draft',
  tz: 'America/Detroit',
  createdBy: 'UDANA',
  openedAt: null,
  closedAt: null,
  endsOn: null,
  nextRoundOn: '2026-01-19',
  attributeRule: 'none',
  seed: 7,
}
const full = aDraft({
  kind: 'cross-group',
  invited: { teams: ['Field', 'R&D'], sites: ['Detroit'], levels: { from: 1, to: 5 }, people: ['U1'] },
  joinBy: '2026-01-30',
  cadence: 3,
  sponsor: 'Women in Construction',
  attribute: { label: 'Which group do you belong to?', options: ['a', 'b'], rule: 'differs', isShownByBelonging: true },
  rules: { otherTeam: false, sharedLanguage: false, sharedHours: false, mostPlaced: false, odd: 'trio' },
  holidays: ['2026-12-25', '2027-01-01'],
  wantsReminders: false,
})
const form = {
  choices: { teams: ['Field', 'R&D'], sites: ['Detroit'] },
  months: ['2026-02-01', '2026-03-01'],
  metadata: '{}',
}
const eve: Contact = {
  id: 1,
  personId: 'UEVE',
  label: 'Eve Long',
  phone: null,
  link: null,
  state: 'accepted',
  namedBy: 'UDANA',
}
const line: Contact = {
  ...eve,
  id: 2,
  personId: null,
  label: 'Helpline',
  phone: '0800 1',
  link: 'https://help.example',
}
const opening = { program, invited: 120, hasSecondLead: false }

test('the form of a program, short and whole', async () => {
  await viewLooksLike('program', 'form.new', programView(en, { ...form, draft: aDraft({ name: '' }), isMore: false }))
  await viewLooksLike('program', 'form.more', programView(en, { ...form, draft: full, isMore: true }))
})

test('the paragraph it reads back as', async () => {
  await viewLooksLike('program', 'read-back.defaults', readBackView(en, aDraft(), 170, '{}'))
  await viewLooksLike('program', 'read-back.everything', readBackView(en, full, 1, '{}'))
  await viewLooksLike('program', 'read-back.private', readBackView(en, aDraft({ isPrivate: true }), 0, '{}'))
  const attribute = { label: 'I belong to the group', options: ['yes'], isShownByBelonging: true } as const
  const ofAGroup = aDraft({ attribute: { ...attribute, rule: 'guide-declares' } })
  await viewLooksLike('program', 'read-back.guides-declare', readBackView(en, ofAGroup, 170, '{}'))
  await viewLooksLike('program', 'saved', savedView(en, program))
})

test('programs and one of them', async () => {
  await messageLooksLike('program', 'programs.none', programsMessage(en, []))
  await messageLooksLike(
    'program',
    'programs.some',
    programsMessage(en, [program, { ...program, id: 4, state: 'running' }]),
  )
  const look = { program, draft: aDraft(), invited: 120, leads: ['Dana Holt', 'Eve Long'] }
  await messageLooksLike('program', 'program.draft', programMessage(en, look))
  await messageLooksLike(
    'program',
    'program.open',
    programMessage(en, { ...look, program: { ...program, state: 'open' } }),
  )
  const running = { ...program, state: 'running', nextRoundOn: '2026-03-05' } as const
  await messageLooksLike('program', 'program.running', programMessage(en, { ...look, program: running }))
  await messageLooksLike(
    'program',
    'program.closed',
    programMessage(en, { ...look, program: { ...program, state: 'closed' } }),
  )
})

test('opening says first what it does', async () => {
  await viewLooksLike('program', 'open.alone', openView(en, opening))
  await viewLooksLike('program', 'open.nobody', openView(en, { ...opening, invited: 0, hasSecondLead: true }))
  await viewLooksLike('program', 'open.private', openView(en, { ...opening, program: { ...program, isPrivate: true } }))
  await viewLooksLike('program', 'opened', openedView(en, opening))
})

test('leads', async () => {
  const list = { workspace: ['Dana Holt'], programs: [{ name: 'Winter talks', leads: ['Eve Long'] }] }
  await messageLooksLike('program', 'leads', leadListMessage(en, list))
  await messageLooksLike('program', 'lead-welcome.workspace', welcomeMessage(en, 'Dana', null))
  await messageLooksLike('program', 'lead-welcome.program', welcomeMessage(en, 'Eve', program))
  await messageLooksLike('program', 'no-lead-left', noLeadMessage(en, 'Dana Holt'))
})

test('contacts', async () => {
  await messageLooksLike('program', 'contacts.none', contactsMessage(en, []))
  await messageLooksLike(
    'program',
    'contacts.two',
    contactsMessage(en, [eve, line, { ...eve, id: 3, state: 'declined' }]),
  )
  await viewLooksLike('program', 'contact.form', contactView(en))
  await viewLooksLike('program', 'contact.named', contactNamedView(en, 'Eve Long', true))
  await messageLooksLike('program', 'contact-ask', askMessage(en, 'Eve', 'Dana', 1))
  await messageLooksLike('program', 'contact-answered.yes', answeredMessage(en, eve, 1))
  await messageLooksLike('program', 'contact-answered.no', answeredMessage(en, { ...eve, state: 'declined' }, 1))
  await messageLooksLike('program', 'contacts-changed', changedMessage(en, [eve, line]))
  await messageLooksLike('program', 'contact-left', contactLeftMessage(en, 'Eve Long', 1))
  await messageLooksLike('program', 'program-ended', endedWaitingMessage(en, 'Ana', 'Winter talks'))
})

test.each(INJECTIONS)('%s as a name stays text wherever it is shown', (name) => {
  const named = { ...program, name }
  const draft = {
    ...full,
    name,
    sponsor: name,
    invited: { teams: [name] },
    attribute: { ...full.attribute!, label: name },
  }
  const contact = { ...line, label: name, phone: name, link: name }
  isHarmless([
    programView(en, { ...form, draft, isMore: true }),
    readBackView(en, draft, 1, ''),
    programsMessage(en, [named]),
    programMessage(en, { program: named, draft, invited: 1, leads: [name] }),
    openView(en, { ...opening, program: named }),
    openView(en, { ...opening, program: { ...named, isPrivate: true } }),
    openedView(en, { ...opening, program: named }),
    savedView(en, named),
    leadListMessage(en, { workspace: [name], programs: [{ name, leads: [name] }] }),
    welcomeMessage(en, name, named),
    noLeadMessage(en, name),
    contactsMessage(en, [contact]),
    askMessage(en, name, name, 1),
    answeredMessage(en, contact, 1),
    changedMessage(en, [contact]),
    contactLeftMessage(en, name, 1),
    endedWaitingMessage(en, name, name),
  ])
})
