/** Whether a command is asked how it is used; nothing else of its words matters then. */
export const asksForHelp = (words: readonly string[]): boolean => words.includes('--help') || words.includes('-h')
