/** Usage and help of every subcommand; the registry refuses to compile with a command that has no entry. */
export const commands = {
  help: { usage: 'help', help: 'shows this list' },
  join: { usage: 'join [program]', help: 'come in as a guide, a learner or both' },
  profile: { usage: 'profile', help: 'change what you offer, what you want to learn and your hours' },
  status: { usage: 'status', help: 'your partner, topic and next dates, or your place on the waiting list' },
  leave: { usage: 'leave [program]', help: 'end it, without a reason; coming back is one click' },
  topic: { usage: 'topic', help: "this month's topic again" },
  met: { usage: 'met', help: 'the check-in again: whether you met' },
  'check-in': { usage: 'check-in', help: 'the same as `met`' },
  program: { usage: 'program [name]', help: 'create a program, look at it, open it, end it' },
  pair: { usage: 'pair [program]', help: 'look at the proposed pairs and publish them' },
  report: { usage: 'report [program] [csv]', help: 'how the program is doing, with its honest range' },
  people: {
    usage: 'people [program | @person]',
    help: 'the list of people: download, fill in, import, invite, or one of them',
  },
  lead: { usage: 'lead add|remove @person [program]', help: 'who runs the programs here' },
  contacts: { usage: 'contacts', help: 'the people to whom concerns can go' },
  health: { usage: 'health', help: 'what is due, sent, in doubt or failed' },
}
