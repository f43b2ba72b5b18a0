const people = (n: number) => (n === 1 ? '1 person' : `${n} people`)
const facts = (n: number) => (n === 1 ? '1 fact' : `${n} facts`)

interface Gap {
  readonly people: number
  /** their name, where it is one */
  readonly only: string | null
}

const gaps = (levels: Gap, managers: Gap) =>
  [
    ...(levels.people > 0 ? [`the level of ${levels.only ?? people(levels.people)}`] : []),
    ...(managers.people > 0 ? [`the manager of ${managers.only ?? people(managers.people)}`] : []),
  ].join(' and ')

/** The list of people: download, fill in, import. */
export const peopleList = {
  title: 'People',
  heading: (n: number) => `${people(n)} can take part here`,
  headingProgram: {
    draft: (program: string, n: number) => `${people(n)} will be invited to ${program} when it opens`,
    open: (program: string, n: number) => `${people(n)} ${n === 1 ? 'is' : 'are'} invited to ${program}`,
    ended: (program: string, n: number) => `${program} has ended; ${people(n)} could take part`,
  },
  headingPrivate: (program: string) => `${program} is private: it keeps no list of who is invited`,
  unknown: (levels: number, managers: number) =>
    levels + managers === 0
      ? 'I know a level and a manager for everybody.'
      : `I do not know ${gaps({ people: levels, only: null }, { people: managers, only: null })}.`,
  why: 'A level decides who can guide whom. Knowing the managers keeps me from pairing people with their own manager. What I do not know keeps nobody out, but where levels decide who guides whom, I can pair only people whose level I know; they can give it when they join.',
  download: 'Download the list to fill in',
  import: 'Import a list',
  invite: 'Invite them',
  listName: 'people.csv',
  listComment:
    'Here is the list, with everything I know. Fill in what is missing and send it with `/mentor people`, Import a list. Empty cells change nothing.',
  listSent: 'The list is in our conversation, under Messages. Nothing else is needed there.',
  importTitle: 'Import a list',
  importText:
    'Send a CSV file, one line a person, named by Slack id or e-mail. You will see every change before anything is written. Empty cells change nothing.',
  file: 'The file',
  fileHint:
    'Columns: id or email, level, team, site, manager_id, start_on, hours, languages, offers, wants, role, capacity. Other names work too.',
  read: 'Read it',
  chooseFile: 'Please choose a file.',
  stillReading:
    'I am still reading the list. Nothing has changed yet. The result comes to our conversation as a message; you can close this window.',
  readLine: 'Your list of people is read',
  readReady: (changes: number) =>
    `I have read your list. It would bring ${facts(changes)}; nothing is written yet. Look at it, and apply it or leave it.`,
  readFaulty: 'I have read your list, and some lines need another look. Nothing was changed.',
  readUnclear: 'I have read your list, and need one answer from you before I can use it. Nothing was changed.',
  show: 'Show me',
  faultsTitle: 'Another look, please',
  faultsIntro: (n: number) =>
    n === 1
      ? 'One thing keeps me from reading it. Nothing was changed.'
      : `${n} things keep me from reading it. Nothing was changed.`,
  faultsGoOn:
    'Please correct these lines in your file and choose it again below. A line that you cannot correct, such as one about somebody who is not here, may be taken out: whoever is not in the file stays as they are.',
  faultsGoOnShort:
    'Please correct this in your file, or take the line out, and choose it again: whoever is not in the file stays as they are.',
  faultsPage: (page: number, pages: number) => `Page ${page} of ${pages}`,
  next: 'Next page',
  previous: 'Previous page',
  more: (n: number) => `and ${n} more.`,
  columnsTitle: 'Which column is it?',
  columnsText:
    'I do not recognise all columns of this file. Please say which is which; leave out what you do not have.',
  columnWho: 'Slack id',
  columnEmail: 'E-mail',
  columnWhoNeeded: 'Please choose the column with the Slack id, or the one with the e-mail.',
  columnNone: 'Not in the file',
  column: {
    level: 'Level',
    team: 'Team',
    site: 'Site',
    manager_id: 'Manager',
  },
  goOn: 'Go on',
  levelsTitle: 'Levels in order',
  levelsText: 'The levels in this file are words. Please put them in order, one a line, the most junior first.',
  levels: 'Levels',
  levelsHint: 'The first line becomes level 1, the next level 2, and so on.',
  levelsWrong: (words: string) => `Please keep each of these once, one a line: ${words}.`,
  previewTitle: 'What would change',
  previewNothing: 'Everything in this list is known already, so there is nothing to change.',
  previewCounts: (added: number, changed: number, unchanged: number) =>
    `*New:* ${facts(added)}. *Different:* ${facts(changed)}. *As it was:* ${people(unchanged)}.`,
  previewUnknown: (levels: Gap, managers: Gap) =>
    levels.people + managers.people === 0
      ? 'After this, lists name a level and a manager for everybody.'
      : `After this, no list names ${gaps(levels, managers)}. People can say it themselves when they join.`,
  previewAdded: 'New',
  previewChanged: 'Different',
  previewLeftOut: 'Left out',
  previewTaken: 'Taken as it stands, and worth a look',
  previewSkills: (labels: string) => `New in the catalog of skills: ${labels}.`,
  previewPromise: 'It is applied as a whole or not at all. Nobody gets a message.',
  change: (name: string, fact: string, from: string, to: string) => `${name}: ${fact} ${from} → ${to}`,
  addedOf: (n: number, fact: string) => `${n} × ${fact}`,
  apply: 'Apply',
  mapColumns: 'Name the columns',
  appliedTitle: 'Applied',
  applied: (n: number, of: number) =>
    `Done: ${facts(of)} about ${people(n)} ${of === 1 ? 'is' : 'are'} written. Nobody was told.`,
  none: 'nothing',
  fact: {
    level: 'level',
    team: 'team',
    site: 'site',
    managerId: 'manager',
    startOn: 'start',
    hours: 'hours',
    languages: 'languages',
    offers: 'offers',
    wants: 'wishes',
    role: 'role',
    capacity: 'partners at once',
  },
  line: (line: number, sentence: string) => `Line ${line}: ${sentence}`,
  fault: {
    empty: () => 'the file is empty.',
    workbook: () => 'this is a spreadsheet, not a CSV file. Save it as "CSV UTF-8" and send that.',
    encoding: () => 'this is not UTF-8 text. Save the file as "CSV UTF-8" and send that.',
    control: () => 'there is a character that no text has. Save the file as "CSV UTF-8" and send that.',
    quotes: () => 'a quotation mark opens or closes where it should not.',
    header_only: () => 'the file has a header, and no people under it.',
    header_twice: (value: string) => `the column "${value}" stands there twice.`,
    too_many_lines: (value: string) =>
      `there are ${Number(value).toLocaleString('en-US')} lines; I read at most 100,000. Please send it in parts.`,
    too_many_columns: (value: string) => `there are ${value} columns; I read at most 64.`,
    ragged: (value: string) => `this line has ${value} cells, more than the header.`,
    who_missing: () => 'no Slack id or e-mail says who this is.',
    who_unknown: (value: string) => `"${value}" is nobody in this workspace.`,
    bot: (value: string) => `"${value}" is an app, not a person.`,
    twice: (value: string) => `this person stands on line ${value} already.`,
    level: (value: string) => `"${value}" is no level; levels are whole numbers from 1 to 99, larger is more senior.`,
    too_many_words: (value: string) =>
      `there are ${value} different words for levels; with more than 20, please use numbers.`,
    date: (value: string) => `"${value}" is no date; please write it like 2026-03-31.`,
    hours: (value: string) => `"${value}" are no working hours; please write them like 09:00-17:00.`,
    language: (value: string) => `"${value}" is no language I know; please write codes, like en;de.`,
    role: (value: string) => `"${value}" is no role; it is guide, learner or both.`,
    capacity: (value: string) => `"${value}" is no number of partners from 1 to 10.`,
    text_long: (value: string) => `"${value}" is longer than 80 characters.`,
    skill: (value: string) => `"${value}" is no list of skills; each has at most 60 characters, with ; between them.`,
  },
  remark: {
    unused_columns: (value: string) => `These columns are not used: ${value}.`,
    not_imported: (value: string) => `These columns are never taken over; people say it themselves: ${value}.`,
    from_slack: (value: string) => `Slack tells me these itself: ${value}.`,
    has_left: (value: string) => `${value} has left the company.`,
    guest: (value: string) => `${value} is a guest here, and guests cannot take part.`,
    manager_unknown: (value: string) => `the manager "${value}" is nobody here; their manager stays as it was.`,
    manager_self: (value: string) =>
      `${value} stands there as their own manager, which nobody is; their manager stays as it was.`,
    manager_circle: (value: string) =>
      `these people manage one another in a circle: ${value}. None of them is paired with their own manager.`,
  },
}
