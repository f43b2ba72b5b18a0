import { FLOOR } from '../copy/visibility.ts'

/** Percentages from answers are rounded to this, so that one answer does not show. */
const STEP = 5

/** A share as a percentage in steps of 5; null where there is nothing to divide by. */
export const roundedShare = (part: number, whole: number): number | null =>
  whole <= 0 ? null : Math.round((100 * part) / whole / STEP) * STEP

/** A mean with one decimal; null over no values. */
export const roundedMean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : Math.round((10 * values.reduce((a, b) => a + b, 0)) / values.length) / 10

/** How many different people stand in a list of who answered. */
export const peopleIn = (ids: Iterable<string>): number => new Set(ids).size

/**
 * Whether a figure over these people may come out, given those whom its last release covered: five or more in all,
 * and five or more whose answers are new, so that subtracting the last release never leaves fewer.
 */
export const mayRelease = (all: number, changed: number): boolean => all >= FLOOR && changed >= FLOOR

/** 95% interval of a share after Wilson (1927), in percent, in steps of 5 outwards. */
export function wilson(part: number, whole: number): { readonly low: number; readonly high: number } | null {
  if (whole <= 0) return null
  const z = 1.96
  const p = part / whole
  const middle = p + (z * z) / (2 * whole)
  const spread = z * Math.sqrt((p * (1 - p)) / whole + (z * z) / (4 * whole * whole))
  const scale = 100 / (1 + (z * z) / whole)
  return {
    low: Math.max(0, Math.floor((scale * (middle - spread)) / STEP) * STEP),
    high: Math.min(100, Math.ceil((scale * (middle + spread)) / STEP) * STEP),
  }
}
