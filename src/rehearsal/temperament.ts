import { draw } from './draw.ts'

/**
 * How somebody is: the published bands are met 54-81%, check-ins answered 17-63%, worth about 4 of 5. A few people
 * never answer at all, as in every program.
 */
export function temperament(
  seed: number,
  id: string,
): { readonly answers: number; readonly meets: number; readonly kindness: number } {
  const isSilent = draw(seed, id, 'silent') < 0.12
  return {
    answers: isSilent ? 0.05 : 0.45 + 0.35 * draw(seed, id, 'answers'),
    meets: 0.6 + 0.25 * draw(seed, id, 'meets'),
    kindness: 3.4 + 1.3 * draw(seed, id, 'kindness'),
  }
}
