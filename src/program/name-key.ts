/** What makes two program names the same: case, width and spaces do not matter. */
export const nameKey = (name: string): string => name.normalize('NFKC').trim().replaceAll(/\s+/gu, ' ').toLowerCase()
