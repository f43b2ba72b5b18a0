import { general } from './general.ts'
import type { RefusalCode, RefusalDetail } from '../refusal.ts'
import { FLOOR, HAND_TRIES, HAND_TRY_DAYS } from '../visibility.ts'

/** One kind sentence for each refusal: what cannot be, why, and what can be had instead. */
export const refusals: Record<RefusalCode, (detail: RefusalDetail) => string> = {
  not_allowed: () =>
    'This is for the people who lead the program. If you think you should be one of them, ask a lead to add you.',
  not_set_up: () =>
    'Mentoring is not set up here yet. An owner or admin of this Slack can start with `/mentor lead add @person`.',
  form_out_of_date: () => 'This form is out of date. Nothing was changed; please open it again.',
  message_out_of_date: () =>
    'This message is out of date, so the button does nothing any more. Type `/mentor` to see where you stand.',
  nothing_changed: () => 'That is how it stands already, so nothing was changed.',
  person_not_found: (d) => `I do not find ${d.who ?? 'that person'} in this workspace. Mention a person, like @Ana.`,
  not_a_person: (d) => `${d.who ?? 'That'} is not a person who can be named here. Mention a person, like @Ana.`,
  file_unreadable: (d) =>
    d.why === 'large'
      ? 'That file is larger than 8 MB, so I did not read it. Nothing was changed; please send it in parts.'
      : 'I cannot get that file from Slack any more. Nothing was changed; please choose it again.',
  import_out_of_date: () =>
    'The people have changed since this list was read. Nothing was changed; please send the file again.',
  scope_missing: (d) =>
    `For this I need the optional permission ${d.scope}. A Slack admin can grant it where the app is installed; until then nothing was changed.`,
  person_left: (d) => `${d.who} has left the company, so there is nothing to fill in. Nothing was changed.`,
  person_is_guest: (d) => `${d.who} is a guest here, and guests cannot take part. Nothing was changed.`,
  program_not_found: (d) =>
    `There is no program called "${d.name}" that you can use here. Type \`/mentor\` to see yours.`,
  no_program_yet: () => 'There is no program that you lead yet. `/mentor program` creates one.',
  program_ambiguous: (d) => `Which program? Add its name: ${String(d.names).replaceAll('\n', ', ')}.`,
  program_name_taken: (d) => `There is a program called "${d.name}" already. Please choose another name.`,
  program_dates: (d) =>
    ({
      past: 'Please choose a day that is still to come.',
      far: 'Please choose a day within the next two years.',
      after_first: 'Joining has to end before the first month begins.',
      join_over: `The last day of joining is over. Change ${d.name} first.`,
    })[String(d.why)] ?? 'Please choose another day.',
  program_name: () => 'Please give it a name of 1 to 60 characters.',
  program_levels: () => 'The first level has to be the smaller one, both from 1 to 99.',
  program_attribute: (d) =>
    ({
      question: 'Please write the question that these answers belong to.',
      differs:
        'Please write at least 2 answers, one a line: partners answer differently. "Yes" and "yes" are one answer.',
      many: 'Please write at most 100 answers.',
      'guide-declares': 'Please write at least 1 answer.',
    })[String(d.why)] ??
    'Equals who differ are people who answer one question differently. Press More, and write that question with at least 2 answers.',
  program_holidays: (d) => `"${d.value}" is no date; please write one a line, like 2026-12-25.`,
  program_too_long: () => 'That is more than this form can hold. Please name fewer teams, people or holidays.',
  contact_incomplete: () => 'Please choose a person, or give the line a name and a phone number or an address.',
  contact_already: (d) => `${d.who} is a contact already, or has been asked.`,
  contact_link: () => 'Please write an address that begins with https://.',
  program_already_open: (d) => `${d.name} is open already.`,
  program_closed: (d) => `${d.name} has ended.`,
  too_few_contacts: (d) =>
    `${d.name} cannot open yet: it needs two contacts for concerns who have accepted, and there ${d.count === 1 ? 'is 1' : `are ${d.count}`}. Name them with \`/mentor contacts\`.`,
  last_lead: () => 'The last lead of the workspace cannot be removed. Add another lead first.',
  already_lead: (d) => `${d.who} leads this already.`,
  not_a_lead: (d) => `${d.who} does not lead this.`,
  not_a_contact: (d) => `${d.who} is not one of the contacts.`,
  already_answered: () => 'You have answered this already; it stays as it was.',
  already_joined: (d) => `You are in ${d.program} already. \`/mentor profile\` changes your answers.`,
  not_joined: () =>
    'You are not in a program at the moment, so there is nothing to leave. `/mentor join` shows what is open.',
  not_eligible: (d) =>
    `${d.program} is for people whom its lead has invited, and you are not on that list. Its lead can add you.`,
  joining_closed: (d) => `Joining ${d.program} has closed for now.`,
  offer_needed: () => 'Please choose at least one thing you can offer, so that somebody can be paired with you.',
  wish_needed: () => 'Please choose at least one thing you want to learn, so that I know whom to look for.',
  level_needed: () => 'Please choose your level.',
  hours_long: (d) => `Please look at your hours again: from the first to the last that would be ${d.hours} hours.`,
  value_unknown: () => 'Please choose one of the answers in the list.',
  guest_or_bot: () => 'Mentoring is for members of this workspace, so guests and apps cannot join.',
  too_long: (d) => `Please keep this to ${d.max} characters.`,
  too_many_skills: (d) => `Please keep it to ${d.max} in all, the one in your own words included.`,
  date_too_far: (d) => `Please choose a day on or before ${general.weekdayDate(String(d.last))}.`,
  nothing_to_pair: (d) => `Nobody in ${d.program} is waiting for a partner, so there is nothing to pair.`,
  round_gone: () =>
    'This round has changed since you opened it. Nothing was published; type `/mentor pair` to see it as it is now.',
  round_published: (d) =>
    `This round is published already${d.pairs === undefined ? '' : `: ${d.pairs === 1 ? '1 pair' : `${d.pairs} pairs`}`}. Nobody was told twice.`,
  round_changed: () =>
    'The pairs have changed since you saw them, so nothing was published. You see them now as they are; press Publish once you have read them.',
  pair_forbidden: () =>
    `These two cannot be paired, which has many possible reasons. The try is kept with your name; after ${HAND_TRIES} in this program no more is possible for ${HAND_TRY_DAYS} days.`,
  tries_spent: (d) =>
    `${HAND_TRIES} tries to pair two people by hand were refused in this program, so the next is possible on ${general.weekdayDate(String(d.until))}: nobody shall find out by trying what somebody said in confidence. Rounds are proposed and published as before.`,
  too_few_answers: (d) =>
    `Too few of those to be paired in ${d.program} have answered its question yet. Pairs are proposed from ${FLOOR} answers on, so that a few pairs do not give the answers away. Everybody keeps their place; \`/mentor pair\` looks again.`,
  pair_of_one: () => 'Please choose two different people.',
  pair_not_here: () =>
    'Both have to be in this program, not on a break, and have room for another partner. `/mentor people` shows who waits.',
  pair_locked: () => 'One of them is in a pair that is locked. Unlock that pair first, if it may come apart.',
  pair_gone: () => 'This pair is not in the round any more. Type `/mentor pair` to see it as it is now.',
  too_early: (d) => `${d.program} is still a draft. Open it first; then people can join and be paired.`,
  pair_ended: () => 'This pairing has ended, so there is nothing to answer any more.',
  not_your_pair: () => 'This message belongs to somebody else, so your click changed nothing.',
  cycle_over: () => 'This month is closed, so the answer could not be added. The next check-in asks again.',
  date_past: () => 'Please choose a time that is still to come.',
  no_pair: () =>
    'You have no partner at the moment, so there is no topic and no check-in. `/mentor status` says where you stand.',
  date_far: (d) => `Please choose a day before ${general.weekdayDate(String(d.day))}, when the program ends.`,
  words_missing: () => 'Please write a few words, or close this window: nothing is saved then.',
  words_too_long: (d) => `This holds ${d.most} characters, and your text has ${d.length}. Please shorten it.`,
  agreement_changed: () =>
    'These words have changed since you read them, so nothing was confirmed. Here they are as they stand now.',
  not_met: () => 'This asks what the talk was worth, and for this month you said you did not meet. Press We met first.',
  nothing_to_report: () => 'There is no program to report on yet. `/mentor program` creates one.',
}
