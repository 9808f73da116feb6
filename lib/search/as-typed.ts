import { tokenise } from '#lib/text/tokenise.ts'

/** The word of a query that has this normalised form, as it was typed. */
export function asTyped(form: string, text: string): string {
  const word = tokenise(text).find(({ parts }) => parts.join('') === form)
  return word === undefined ? form : text.slice(word.start, word.end)
}
