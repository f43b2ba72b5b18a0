import { h, part } from '../dom.js'
import { change, companyZone, state, watch } from '../state.js'
import { city, dayTitle, hour, isoDay, longDay, morningAfter, partOfYear, plainDay, say, shortDay } from '../zone.js'
import { startRun, stopRun, virtualNow } from './run.js'

/** @import { Run } from './run.js' */

/** Between moves the virtual clock keeps pace with the real one; the page shows minutes. */
const TICK_MS = 5_000

let frameAt = performance.now()
let frameNow = ''

/** @returns {number} ms since 1970, virtual */
function shownNow() {
  const now = state.frame?.moving?.now ?? state.frame?.now ?? state.sandbox?.now ?? ''
  if (now !== frameNow) {
    frameNow = now
    frameAt = performance.now()
  }
  return Date.parse(now) + (state.frame?.moving ? 0 : performance.now() - frameAt)
}

function draw() {
  const now = shownNow()
  if (!Number.isFinite(now) || state.link !== 'ready') return
  const zone = companyZone()
  const day = part('clock-day')
  const year = say(now, zone, { year: 'numeric' })
  if (day.textContent !== longDay(now, zone))
    day.replaceChildren(`${dayTitle(now, zone)} `, h('span', { class: 'clock-year' }, year))
  day.setAttribute('datetime', isoDay(now, zone))
  part('clock-hour').textContent = `${hour(now, zone)} in ${city(zone)}`
  drawYear(now, zone)
  drawMoves(now, zone)
}

/** @param {number} now @param {string} zone */
function drawYear(now, zone) {
  const year = part('year')
  const done = partOfYear(now, zone)
  year.style.setProperty('--done', done.toFixed(4))
  const name = isoDay(now, zone).slice(0, 4)
  const days = state.moments.filter((day) => day.startsWith(name)).length
  year.setAttribute(
    'aria-label',
    `${Math.round(done * 100)}% of ${name} has passed; the app wrote on ${days} ${days === 1 ? 'day' : 'days'}, each a dot`,
  )
  const month = Number(isoDay(now, zone).slice(5, 7)) - 1
  ;[...part('year-months').children].forEach((each, index) => each.classList.toggle('is-now', index === month))
}

function drawDots() {
  const zone = companyZone()
  const year = isoDay(state.frame?.now ?? state.sandbox?.now ?? 0, zone).slice(0, 4)
  const dots = state.moments
    .filter((day) => day.startsWith(year))
    .map((day) => {
      const noon = `${day.slice(0, 10)}T12:00:00Z`
      const dot = h('span', { class: 'year-prompt', title: shortDay(noon, zone) })
      // A style attribute would be refused by the page's content security policy.
      dot.style.setProperty('--at', partOfYear(noon, 'UTC').toFixed(4))
      return dot
    })
  part('year-dots').replaceChildren(...dots)
}

/** @param {number} now @param {string} zone */
function drawMoves(now, zone) {
  const isMoving = state.frame?.moving != null
  const mine = state.run && !state.run.over ? state.run : null
  for (const id of ['clock-next', 'clock-more', 'clock-moves']) part(id).hidden = isMoving || mine !== null
  const stop = part('clock-stop')
  stop.hidden = mine === null || (mine.kind !== 'year' && mine.kind !== 'prompt')
  part('clock-stop-words').textContent = mine?.stopping ? 'Stopping' : 'Stop here'
  const busy = part('clock-busy')
  busy.hidden = !stop.hidden || (!isMoving && mine === null)
  for (const [id, step] of /** @type {const} */ ([
    ['target-day', 'day'],
    ['target-month', 'month'],
  ]))
    part(id).textContent = shortDay(morningAfter(now, zone, step), zone)
  part('target-year').textContent = `to ${plainDay(morningAfter(now, zone, 'year'), zone)}`
}

/** Starts a move and keeps the keyboard where it is of use. @param {Run['kind']} kind */
function go(kind) {
  startRun(kind)
  part('clock-moves').classList.remove('is-open')
  queueMicrotask(() => queueMicrotask(() => part('clock-stop').hidden || part('clock-stop').focus()))
}

export function startClockBar() {
  const moves = /** @type {const} */ ([
    ['clock-next', 'prompt'],
    ['move-day', 'day'],
    ['move-month', 'month'],
    ['move-year', 'year'],
  ])
  for (const [id, kind] of moves) part(id).addEventListener('click', () => go(kind))
  part('clock-stop').addEventListener('click', stopRun)
  watch(['frame', 'sandbox', 'link', 'run', 'moments'], draw)
  watch(['moments', 'sandbox'], drawDots)
  let wasRunning = false
  watch(['run', 'frame'], () => {
    const isRunning = (state.run !== null && !state.run.over) || state.frame?.moving != null
    // The button that had the focus went away with the run; the next likely press takes it over.
    if (
      wasRunning &&
      !isRunning &&
      (document.activeElement === document.body || document.activeElement === part('clock-stop'))
    )
      setTimeout(() => part('clock-next').focus(), 50)
    if (wasRunning && !isRunning) part('said').textContent = `It is ${longDay(virtualNow(), companyZone())}.`
    wasRunning = isRunning
  })
  setInterval(draw, TICK_MS)
  part('clock-running').addEventListener('click', () => change({ place: 'running' }))
  watch(['run', 'place'], () => {
    part('clock-running').hidden = state.run?.kind !== 'year' || state.place === 'running'
  })
}
