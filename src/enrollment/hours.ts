import type { Hours } from '../people/person.ts'

/** minutes */
const HALF_HOUR = 30
const DAY = 1440

/** Half hours of a day in minutes, and whatever somebody's hours are besides. */
export const hourChoices = (hours: Hours | null): readonly number[] =>
  [
    ...new Set([
      ...Array.from({ length: DAY / HALF_HOUR + 1 }, (_, i) => i * HALF_HOUR),
      ...(hours ? [hours.from, hours.to] : []),
    ]),
  ].toSorted((a, b) => a - b)

/** 570 -> 09:30 */
export const clockTime = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
