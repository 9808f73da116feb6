import { unmarkPersianNames } from './persian-marked-names.ts'

/**
 * “Anna”, who was six, and said “Y.,” a former detainee: names that a report holds up because they are not the real
 * ones. Latin capitals inside marks, one or two words, where somebody is introduced or speaks.
 */
const PSEUDONYM =
  /(?<=^|\n|[.!?]\s|\b(?:said|says|told|and|recalled|by|of|for|to)\s)[“"‘](\p{Lu}[\p{L}’-]{0,20}\.?(?:\s\p{Lu}[\p{L}’-]{0,20}\.?)?)(,?)[”"’](,?)(?=\s+(?:who|whose|an?|the|aged|\d|said|says|told|spent|described|describes|was|is|had|has|recalls?|remembers?|\p{Ll}+ed)\b)/gmu

/** The text with the marks around such names blanked out, so that they are read as names; offsets stay. */
export function unmarkPseudonyms(text: string): string {
  return unmarkPersianNames(text).replace(
    PSEUDONYM,
    (_all, name: string, inside: string, outside: string) => {
      const comma = inside === '' && outside === '' ? '' : ','
      return ` ${name}${comma}`.padEnd(1 + name.length + inside.length + 1 + outside.length)
    },
  )
}
