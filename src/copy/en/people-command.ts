/** `npm run people`: what the operator reads. */
export const peopleCommand = {
  usage: [
    'Use: npm run -s people -- export people.csv',
    '     npm run -s people -- import people.csv [--levels "Junior,Senior,Director"] [--dry-run]',
    '     with --workspace T0123 where the database knows several',
  ].join('\n'),
  inUse:
    'While the app runs on the embedded database, use `/mentor people` in Slack: Import a list, or Download the list.',
  noWorkspace: 'There is no workspace in this database yet. Start the app once, so that it learns who is there.',
  manyWorkspaces: (ids: string) => `There are several workspaces here; say which with --workspace: ${ids}.`,
  unreadable: (file: string) => `${file} cannot be read.`,
  unwritable: (file: string) => `${file} cannot be written, or is there already.`,
  exported: (n: number, file: string) => `${n === 1 ? '1 person' : `${n} people`} written to ${file}.`,
  emails: 'E-mails can only be looked up through Slack. Name people by their Slack id, or use `/mentor people`.',
  unnamed: (headers: string) => `No column says who the people are. Name one "id". The columns are: ${headers}.`,
  unordered: (words: string) => `The levels are words. Give their order, the most junior first: --levels "${words}".`,
  dryRun: 'Nothing was changed: this was a dry run.',
  nothing: 'Everything in this list is known already. Nothing was changed.',
}
