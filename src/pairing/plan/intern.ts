/** Numbers for texts, from 1 in order of first sight; 0 is "not known". */
export class Intern {
  readonly #numbers = new Map<string, number>()

  get size(): number {
    return this.#numbers.size
  }

  of(text: string | null): number {
    if (text === null) return 0
    let number = this.#numbers.get(text)
    if (number === undefined) {
      number = this.#numbers.size + 1
      this.#numbers.set(text, number)
    }
    return number
  }

  ofAll(texts: readonly string[]): Int32Array {
    return Int32Array.from(new Set(texts), (text) => this.of(text)).sort()
  }
}

/** For each skill number the people who list it, in order. */
export function postings(lists: readonly Int32Array[], skills: number): Int32Array[] {
  const people: number[][] = Array.from({ length: skills + 1 }, () => [])
  for (const [person, list] of lists.entries()) for (const skill of list) people[skill]!.push(person)
  return people.map((list) => Int32Array.from(list))
}
