/** Signs that format mrkdwn. Slack has no escape for them, so one that looks alike stands in their place. */
export const LOOK_ALIKES: Readonly<Record<string, string>> = {
  '*': '\u2217',
  _: '\u02cd',
  '~': '\u223c',
  '`': '\u02cb',
}
