/** Signs that format mrkdwn. Slack has no escape for them, so one that looks alike stands in their place. */
export const LOOK_ALIKES: Readonly<Record<string, string>> = {
  '*': '\u2217',
  _: '\u02cd',
  '~': '\u223c',
  '`': '\u02cb',
}

/** An underscore between letters or figures formats nothing and stays what it is: R_D. */
const FORMATS = /[*~`]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu

/** The same words to a reader, of which Slack makes nothing bold, slanted, struck out or code. */
export const unformatted = (text: string): string => text.replaceAll(FORMATS, (sign) => LOOK_ALIKES[sign] ?? sign)
