import type { Column, Headers } from './columns.ts'
import { rearm } from './formula.ts'
import type { Line } from './table.ts'

/** One line, read by our columns. */
export class LineCells {
  readonly line: number
  readonly #cells: readonly string[]
  readonly #headers: Headers

  constructor(line: Line, headers: Headers) {
    this.line = line.line
    this.#cells = line.cells
    this.#headers = headers
  }

  /** '' where the file does not say */
  get(column: Column): string {
    const index = this.#headers.at.get(column)
    return index === undefined ? '' : rearm(this.#cells[index] ?? '')
  }
}
