/** `npm run -s pair`: what is wrong with what it was given. The line number stands before a sentence about a file. */
export const pairCommand = {
  usage: (kinds: string) =>
    [
      'Use: npm run -s pair -- --csv people.csv --kind reverse --seed 7',
      '       [--history pairs.csv] [--rules no-team,no-language,no-hours] [--odd trio|turn]',
      '       [--attribute differs|guide-declares]',
      `The kinds are ${kinds}. The columns of the files stand in docs/sandbox.md.`,
    ].join('\n'),
  onLine: (file: string, line: number | null, sentence: string) =>
    `${file}${line === null ? '' : `:${line}`}: ${sentence}`,
  option: {
    unknown: (name: string) => `"${name}" is no option of this command.`,
    twice: (name: string) => `"--${name}" is given twice.`,
    missing: (name: string) => `"--${name}" is missing.`,
    noValue: (name: string) => `"--${name}" needs a value.`,
    kind: (value: string, kinds: string) => `"${value}" is no kind of program: choose ${kinds}.`,
    seed: (value: string) => `"${value}" is no seed: give a whole number from 0 to 4294967295.`,
    rule: (value: string) => `"${value}" is no rule: choose no-team, no-language or no-hours.`,
    odd: (value: string) => `"${value}" is neither trio nor turn.`,
    attribute: (value: string) => `"${value}" is neither differs nor guide-declares.`,
    ownAttribute: (kind: string, rule: string) => `In ${kind} the rule is ${rule}: leave --attribute out.`,
    trio: (kind: string) =>
      `A trio is for kinds in which all take turns, not for ${kind}: leave --odd out or say turn.`,
  },
  file: {
    unreadable: 'this file cannot be read.',
    column: (name: string) => `there is no column "${name}".`,
    id: 'no id says who this is.',
    twice: (id: string, line: number) => `"${id}" stands on line ${line} already.`,
    nobody: (id: string) => `"${id}" is nobody in the list of people.`,
    self: 'the two are one person.',
    ownManager: (id: string) => `Note: ${id} stands there as their own manager, which nobody is.`,
    circle: (ids: string) => `Note: ${ids} manage one another in a circle.`,
    cell: (column: string, value: string, wanted: string) => `"${value}" in ${column} is not ${wanted}.`,
  },
  wanted: {
    level: 'a whole number from 1 to 99',
    tz: 'an IANA time zone such as Europe/Berlin',
    hours: 'hours such as 09:00-17:00',
    languages: 'a list of languages such as en;de',
    role: 'guide, learner or both',
    capacity: 'a whole number from 1 to 10',
    waiting: 'a whole number of rounds, 0 or more',
    on: 'a date such as 2026-01-05',
  },
}
