/** Where calls may leave to: Slack, and the exact origin of SLACK_API_URL. */
export function mayReach(url: string, slackApiUrl: string | undefined): boolean {
  if (!URL.canParse(url)) return false
  const target = new URL(url)
  if (slackApiUrl !== undefined && target.origin === new URL(slackApiUrl).origin) return true
  return target.protocol === 'https:' && (target.hostname === 'slack.com' || target.hostname.endsWith('.slack.com'))
}
