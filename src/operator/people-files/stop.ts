/** A command that cannot go on, with the sentence the operator reads. */
export class Stop extends Error {
  static because(sentence: string): never {
    throw new Stop(sentence)
  }
}
