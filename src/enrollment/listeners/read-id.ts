const ID = /^[1-9]\d{0,8}$/u

/** The id a button or form carries; 0, which nothing has, for anything that none of ours carries. */
export const readId = (value: string): number => (ID.test(value) ? Number(value) : 0)
