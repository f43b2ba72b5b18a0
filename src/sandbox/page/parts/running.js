import { h, part } from '../dom.js'
import { addressOf } from '../session.js'
import { companyZone, state } from '../state.js'
import { daysBetween, isoDay, longDay, plainDay, shortDay } from '../zone.js'
import { virtualNow } from './run.js'

/** @import { Run } from './run.js' */

/** @param {Run} run @param {number} now */
function left(run, now) {
  const days = `${daysBetween(run.from, now)} of ${daysBetween(run.from, run.to)} days`
  if (run.over) return `${days}, done`
  const part = (now - run.from) / (run.to - run.from)
  const spent = (performance.now() - run.startedAt) / 1000
  if (part < 0.03) return days
  const seconds = (spent / part) * (1 - part)
  return `${days}, about ${seconds < 90 ? `${Math.max(1, Math.round(seconds))} seconds` : `${Math.round(seconds / 60)} minutes`} left`
}

/** The year as it passes. Drawn again at every change, so nothing in it takes the focus. @param {Run} run @returns {HTMLElement[]} */
function runningParts(run) {
  const zone = companyZone()
  const now = Math.min(run.to, Math.max(run.from, Date.parse(state.frame?.moving?.now ?? '') || virtualNow()))
  const [latest, ...before] = run.happened
  const figures = [
    ['Messages sent', run.sent],
    ['Calls the app made', Math.max(0, (state.frame?.ledger ?? 0) - run.ledger)],
    ['Clicks, forms and events', Math.max(0, (state.frame?.inbound ?? 0) - run.inbound)],
    ['Days on which it wrote', state.moments.filter((day) => day.slice(0, 10) >= isoDay(run.from, zone)).length],
  ]
  return [
    h(
      'div',
      { class: 'progress' },
      h('p', { class: 'running-day' }, longDay(now, zone)),
      h('progress', {
        class: 'progress-bar',
        max: run.to - run.from,
        value: now - run.from,
        'aria-label': 'How much of the year has passed',
      }),
      h(
        'p',
        { class: 'progress-ends' },
        h('span', {}, plainDay(run.from, zone)),
        h('span', { class: 'progress-left' }, left(run, now)),
        h('span', {}, plainDay(run.to, zone)),
      ),
    ),
    latest
      ? h('p', { class: 'happened-now' }, latest.words)
      : h('p', { class: 'happened-now' }, 'The first week begins.'),
    h(
      'dl',
      { class: 'figures' },
      ...figures.map(([name, value]) =>
        h('div', {}, h('dt', {}, name), h('dd', {}, Number(value).toLocaleString('en'))),
      ),
    ),
    before.length > 0
      ? h(
          'div',
          {},
          h('h2', { class: 'happened-title' }, 'Before that'),
          h(
            'ul',
            { class: 'happened' },
            ...before.map(({ at, words }) =>
              h('li', {}, h('span', { class: 'happened-day' }, `to ${shortDay(at, zone)}`), h('span', {}, words)),
            ),
          ),
        )
      : h('div', {}),
    h(
      'p',
      { class: 'running-note' },
      run.over
        ? 'The clock stands. Every conversation is there to read.'
        : 'You can read every conversation while the year runs.',
    ),
  ]
}

/** The whole view: progress, figures and what happened, until the year is over and beyond. */
export function runningView() {
  const running = h('div', { class: 'column running' })
  const title = h('h1', { class: 'view-title' })
  const node = h(
    'section',
    { class: 'view', 'aria-label': 'The clock runs' },
    h('div', { class: 'view-header' }, title, h('span', { class: 'view-note' }, part('company-name').textContent)),
    h('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'Progress' }, running),
  )
  const update = () => {
    title.textContent = !state.run?.over ? 'Running a year' : state.run.stopping ? 'Stopped' : 'The year has run'
    if (state.run) running.replaceChildren(...runningParts(state.run))
    if (state.run?.over)
      running.append(
        h('p', {}, h('a', { class: 'button', href: addressOf(state.me, 'messages') }, 'Read the messages')),
      )
  }
  return { node, update }
}
