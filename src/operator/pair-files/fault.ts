import { en } from '../../copy/en/en.ts'
import type { Fault } from '../../people/csv/fault.ts'

const words = en.pairCommand

/** Collects what is wrong with one file, each with its line. */
export class FileFaults {
  readonly #found: { readonly line: number; readonly sentence: string }[] = []
  readonly #file: string

  constructor(file: string) {
    this.#file = file
  }

  /** In the order of the lines. */
  get sentences(): string[] {
    return this.#found.toSorted((a, b) => a.line - b.line).map(({ sentence }) => sentence)
  }

  add(line: number | null, sentence: string): void {
    this.#found.push({ line: line ?? 0, sentence: words.onLine(this.#file, line, sentence) })
  }

  /** A cell that cannot be read as what its column wants. */
  cell(line: number, column: keyof typeof words.wanted, value: string): void {
    this.add(line, words.file.cell(column, value, words.wanted[column]))
  }

  /** Faults of the CSV reader, in its own words. */
  addAll(faults: readonly Fault[]): void {
    for (const { line, code, value } of faults) this.add(line, en.peopleList.fault[code](value))
  }
}
