const messages = (n: number) => (n === 1 ? '1 message' : `${n} messages`)

/** `/mentor health`: how messages are getting through. Never which message, only to whom and why. */
export const delivery = {
  notice: 'How messages are getting through',
  allWell: 'Every message that was due has been sent.',
  waiting: (n: number) => `${messages(n)} could not be sent for over an hour. I keep trying; nothing is lost.`,
  needsLook: (failed: number, doubtful: number) =>
    [
      failed === 0 ? '' : `${messages(failed)} could not be delivered.`,
      doubtful === 0
        ? ''
        : `Of ${messages(doubtful)} Slack has not said whether ${doubtful === 1 ? 'it' : 'they'} arrived; I do not send ${doubtful === 1 ? 'it' : 'them'} twice.`,
    ]
      .filter(Boolean)
      .join(' '),
  stopped: (code: string) =>
    `Slack accepts no messages from me (${code}), so nothing is being sent. Whoever installed me has to repair that; what is due waits and goes out then.`,
  clockWrong:
    'The clock of the machine I run on is wrong, so I am not sending. Whoever installed me has to set it; what is due waits.',
  neverTicked: 'I have not looked for what is due yet.',
  lastTick: (when: string) => `I last looked for what is due on ${when}.`,
  plannerFault: (references: string) =>
    `Then something went wrong on my side. Give whoever installed me this code: ${references}.`,
  counts: { due: '*Waiting*', sent: '*Sent*', doubtful: '*In doubt*', failed: '*Failed*' },
  person: (who: string, what: 'failed' | 'in_doubt', why: string) =>
    `• ${who}: ${what === 'failed' ? 'not delivered' : 'in doubt'}, ${why}`,
  group: 'a group conversation',
  more: (n: number) => `and ${n} more`,
  nothingNeeded: 'There is nothing you need to do.',
  whatYouCanDo: 'You can tell those named here what may not have reached them; their Home shows it too.',
  reasons: {
    user_disabled: 'the account is deactivated',
    user_not_found: 'Slack does not know the person',
    channel_not_found: 'Slack does not know the conversation',
    cannot_dm_bot: 'it is not a person',
    interrupted: 'I was interrupted while sending',
    no_answer: 'Slack did not answer in time',
    connection_lost: 'the connection was cut',
    answer_cut: 'the answer was cut off',
    answer_unreadable: 'the answer was unreadable',
    unreadable: 'the conversation cannot be read back',
    no_connection: 'Slack was out of reach',
  } satisfies Readonly<Record<string, string>>,
  otherReason: (code: string) => `Slack answered "${code}"`,
}
