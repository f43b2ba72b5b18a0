import { message_elements } from './element-blocks.ts'
import {
  button,
  actions,
  chart,
  every_mrkdwn,
  every_rich_text,
  mrkdwn,
  paged_table,
  plain,
  section,
  small_table,
} from './text-blocks.ts'

export interface Message {
  ts: string
  at: string
  from: string
  text: string
  blocks: object[]
  metadata: object
  ephemeral: boolean
  files?: object[]
}

/** A message of the app, or of a person, at an instant; its ts follows from it. */
export const message = (at: string, text: string, blocks: object[] = [], rest: Partial<Message> = {}): Message => ({
  ts: `${Date.parse(at) / 1000}.000100`,
  at,
  from: 'app',
  text,
  blocks,
  metadata: {},
  ephemeral: false,
  ...rest,
})

export const home = {
  id: 'VHOME',
  type: 'home',
  blocks: [
    { type: 'header', text: plain('Where you stand') },
    section('You are on the list of *Generations 2026*.'),
    { type: 'divider' },
    actions('home', button('home.join', 'Change my answers', { value: 'p1' })),
  ],
}

/** Everything Block Kit knows, in the conversation of U01 with the app; a group of three people; an empty rest. */
export function conversations(user: string) {
  if (user !== 'U01')
    return [
      { channel: `D${user.slice(1)}`, kind: 'im', with: [user], messages: [message('2026-01-05T14:00:01Z', 'Hello.')] },
    ]
  return [
    {
      channel: 'D01',
      kind: 'im',
      with: ['U01'],
      messages: [
        message('2026-01-05T14:00:02Z', 'Generations 2026 is open', [
          { type: 'header', text: plain('Generations 2026 is open, Ana') },
          section(
            'A newer colleague guides a senior one, about an hour a month. Pairs are made on Tuesday, 20 January.',
          ),
          { type: 'context', elements: [mrkdwn(':eye: Dana sees who joined. Nobody sees who said no.')] },
          ...message_elements,
        ]),
        message('2026-01-05T14:00:03Z', 'Words', [
          every_mrkdwn,
          every_rich_text,
          { type: 'markdown', text: '## Plain Markdown\n\n- **one**\n- [two](https://example.com/c)' },
        ]),
        message('2026-01-05T14:00:04Z', 'Figures', [
          section('Fields:', { fields: [mrkdwn('*Guide*\nAna Ruiz'), mrkdwn('*Learner*\nRobert Kowalski')] }),
          small_table,
          chart('bar'),
          chart('line'),
        ]),
        message('2026-01-05T14:00:05Z', 'More figures', [
          paged_table,
          chart('area'),
          chart('pie'),
          { type: 'card', title: plain('A card') },
        ]),
        message('2026-01-05T14:00:06Z', 'A picture', [
          { type: 'image', slack_file: { id: 'F0PICTURE' }, alt_text: 'A small square', title: plain('A picture') },
          {
            type: 'context',
            elements: [
              { type: 'image', image_url: '/_sandbox/file?user=U01&id=F0PICTURE', alt_text: 'a square' },
              mrkdwn('with words'),
            ],
          },
          { type: 'file', source: 'remote', external_id: 'plan-1' },
        ]),
        message('2026-01-05T14:00:07Z', 'Your list', [], {
          files: [{ id: 'F0LIST', name: 'people.csv', title: 'People', mimetype: 'text/csv', size: 2048 }],
        }),
        message('2026-01-05T14:00:08Z', 'Commands:\n`/mentor topic` : choose another topic', [], { ephemeral: true }),
      ],
    },
    {
      channel: 'G01',
      kind: 'mpim',
      with: ['U01', 'U03'],
      messages: [
        message('2026-01-05T14:00:09Z', 'Ana, meet Robert. Robert, meet Ana.'),
        message('2026-01-05T14:00:10Z', 'Good morning, Ana', [], { from: 'U03' }),
      ],
    },
  ]
}
