import { actions, button, mrkdwn, option, plain, section } from './text-blocks.ts'

const skills = ['excel', 'hiring', 'drones', 'writing']
const groups = [
  { label: plain('Tools'), options: [option('excel', 'Excel'), option('drones', 'Drones')] },
  {
    label: plain('People'),
    options: [option('hiring', 'Hiring', 'Choosing whom to ask'), option('writing', 'Writing')],
  },
]

/** Each element that may stand in a message. */
export const message_elements = [
  actions(
    'answers',
    button('check_in.met', 'We met', { value: 'pair-1', style: 'primary' }),
    button('check_in.not', 'Not this month', { value: 'pair-1' }),
    button('pair.end', 'End it', {
      value: 'pair-1',
      style: 'danger',
      confirm: {
        title: plain('End this?'),
        text: mrkdwn('*Both* are told.'),
        confirm: plain('End it now'),
        deny: plain('Keep it'),
      },
    }),
  ),
  section('Why you two: you share 10:00 to 15:00.', {
    block_id: 'pair',
    accessory: {
      type: 'overflow',
      action_id: 'pair.more',
      options: [option('lock', 'Lock'), option('unpair', 'Unpair'), option('never', 'Never again')],
    },
  }),
  section('Which skill first?', {
    block_id: 'skill',
    accessory: {
      type: 'static_select',
      action_id: 'skill.choose',
      placeholder: plain('Choose a skill'),
      option_groups: groups,
    },
  }),
  section('Which skills?', {
    block_id: 'skills',
    accessory: {
      type: 'multi_static_select',
      action_id: 'skills.choose',
      placeholder: plain('Choose skills'),
      options: skills.map((skill) => option(skill)),
    },
  }),
  section('Who?', {
    block_id: 'who',
    accessory: { type: 'users_select', action_id: 'who.choose', placeholder: plain('Choose a person') },
  }),
  section('Who else?', {
    block_id: 'whom',
    accessory: { type: 'multi_users_select', action_id: 'whom.choose', placeholder: plain('Choose people') },
  }),
  section('On which day?', {
    block_id: 'day',
    accessory: { type: 'datepicker', action_id: 'day.choose', initial_date: '2026-01-20' },
  }),
  section('At what time?', {
    block_id: 'time',
    accessory: { type: 'timepicker', action_id: 'time.choose', initial_time: '10:00' },
  }),
  actions('moment', { type: 'datetimepicker', action_id: 'moment.choose', initial_date_time: 1767621600 }),
  section('How often?', {
    block_id: 'often',
    accessory: {
      type: 'radio_buttons',
      action_id: 'often.choose',
      options: [option('monthly', 'Each month'), option('quarterly', 'Each quarter')],
    },
  }),
  section('What came of it?', {
    block_id: 'came',
    accessory: {
      type: 'checkboxes',
      action_id: 'came.choose',
      options: [option('idea', 'An idea'), option('contact', 'A contact')],
    },
  }),
]

const input = (block_id: string, label: string, element: object, rest: object = {}) => ({
  type: 'input',
  block_id,
  label: plain(label),
  element: { action_id: block_id, ...element },
  ...rest,
})

/** A form with each element that may stand in a modal. */
export const form_blocks = [
  { type: 'alert', level: 'warning', text: plain('Read this before you answer.') },
  section('Three answers, then you are on the list.'),
  input('role', 'I come as', {
    type: 'radio_buttons',
    options: [option('guide', 'Guide', 'I lead the talks.'), option('learner', 'Learner', 'I listen first.')],
  }),
  input(
    'offers',
    'I can offer',
    { type: 'multi_static_select', placeholder: plain('Choose a skill'), option_groups: groups, max_selected_items: 3 },
    {
      hint: plain('Up to 3. You need not be an expert.'),
    },
  ),
  { type: 'context', elements: [mrkdwn(':eye: Your partner and Dana see this.')] },
  input('site', 'My site', {
    type: 'static_select',
    options: [option('detroit', 'Detroit'), option('flint', 'Flint')],
  }),
  input('with', 'Rather with', { type: 'users_select' }, { optional: true }),
  input('without', 'Rather not with', { type: 'multi_users_select' }, { optional: true }),
  input('start', 'From', { type: 'datepicker' }, { optional: true }),
  input('hour', 'Best hour', { type: 'timepicker' }, { optional: true }),
  input('first', 'First talk', { type: 'datetimepicker' }, { optional: true }),
  input(
    'days',
    'Days',
    { type: 'checkboxes', options: [option('mon', 'Monday'), option('tue', 'Tuesday')] },
    { optional: true },
  ),
  input('why', 'Why', { type: 'plain_text_input', multiline: true, max_length: 200 }, { optional: true }),
  input('nick', 'Name on the card', { type: 'plain_text_input' }, { optional: true, dispatch_action: true }),
  input(
    'years',
    'Years here',
    { type: 'number_input', is_decimal_allowed: false, min_value: '0', max_value: '60' },
    { optional: true },
  ),
  input('mail', 'Mail', { type: 'email_text_input' }, { optional: true }),
  input('link', 'Page', { type: 'url_text_input' }, { optional: true }),
  input('file', 'List', { type: 'file_input', filetypes: ['csv'] }, { optional: true }),
  actions('more', button('form.more', 'More questions'), button('form.push', 'Read the rules')),
]

export const modal = (id: string, title: string, blocks: object[], rest: object = {}) => ({
  id,
  type: 'modal',
  callback_id: 'form',
  hash: `${id}.1`,
  title: plain(title),
  close: plain('Not now'),
  blocks,
  ...rest,
})
