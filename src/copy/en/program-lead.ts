/** Who leads, and what a new lead reads. */
export const lead = {
  usage:
    'Name a person by mention: `/mentor lead add @Ana` for the whole workspace, `/mentor lead add @Ana Autumn` for one program; `remove` in place of `add` ends it.',
  askMention:
    'Mention a person, like @Ana: start with @ and choose from the list that Slack shows. Nothing was changed.',
  list: (names: string) => `The workspace is led by ${names}.`,
  listProgram: (name: string, names: string) => `${name} is led by ${names}.`,
  none: 'Nobody leads the workspace yet.',
  added: (who: string, what: string | null) =>
    `${who} now leads ${what ?? 'mentoring in this workspace'} and gets a message with the next step.`,
  removed: (who: string, what: string | null) =>
    `${who} no longer leads ${what ?? 'mentoring in this workspace'}. I send ${who} no message about it; please say so yourself.`,
  welcomeLine: (what: string | null) => `You lead ${what ?? 'mentoring here'} now`,
  welcomeWorkspace: (me: string) =>
    `${me}, you lead mentoring in this workspace now. You need no other rights in Slack for it.\nA program needs two contacts for concerns, the list of people (\`/mentor people\`) and a lead to create and open it (\`/mentor program\`). \`/mentor\` says which of it is done, and \`/mentor help\` shows everything you can do.`,
  welcomeProgram: (me: string, name: string) =>
    `${me}, you lead ${name} now, together with its other leads. You need no other rights in Slack for it.\nLook at the program first. \`/mentor help\` shows everything you can do.`,
  welcomeContacts: 'Name the contacts',
  welcomeLook: 'Look at it',
  noneLeftLine: 'Nobody leads the mentoring programs any more',
  noneLeft: (who: string) =>
    `${who}, who led the mentoring programs here, has left the company, and nobody leads them now. What runs goes on; nothing new can be opened or published. An owner or admin of this Slack can name somebody: \`/mentor lead add @person\`.`,
}
