import { isRoleWord, SAYING } from './persian-words.ts'

/**
 * “Anna”, who was six, and said “Y.,” a former detainee: names that a report holds up because they are not the real
 * ones. Latin capitals inside marks, one or two words, where somebody is introduced or speaks.
 */
const PSEUDONYM =
  /(?<=^|\n|[.!?]\s|\b(?:said|says|told|and|recalled|by|of|for|to)\s)[“"‘](\p{Lu}[\p{L}’-]{0,20}\.?(?:\s\p{Lu}[\p{L}’-]{0,20}\.?)?)(,?)[”"’](,?)(?=\s+(?:who|whose|an?|the|aged|\d|said|says|told|spent|described|describes|was|is|had|has|recalls?|remembers?|\p{Ll}+ed)\b)/gmu

const PERSIAN_NAME = '([^\\s«»،.:؟!]{2,20}(?:\\s[^\\s«»،.:؟!]{1,20}){1,2})'
/** «رعنا سپهری»، وکیل او، …: a name held up where a sentence begins, before what the person is. */
const NAME_AND_ROLE = new RegExp(`(?<=^|\\n|[.!؟]\\s)«${PERSIAN_NAME}»(?=(،?)\\s+([^\\s،]+))`, 'gu')
/** مربی تیم «یونا مرادی» گفت که …: after what the person is, before a verb of saying and the words themselves. */
const ROLE_AND_NAME = new RegExp(
  `(?<=(?:^|\\n|[.!؟]\\s)([^«».!؟\\n]{3,80})\\s)«${PERSIAN_NAME}»(?=\\s+(?:${SAYING})\\s*(?:که\\s|:))`,
  'gu',
)

/** The text with the marks around such names blanked out, so that they are read as names; offsets stay. */
export function unmarkPseudonyms(text: string): string {
  const persian = text
    .replace(NAME_AND_ROLE, (all, name: string, _comma: string, next: string) =>
      isRoleWord(next) ? ` ${name} ` : all,
    )
    .replace(ROLE_AND_NAME, (all, before: string, name: string) =>
      before.split(/[\s،]+/u).some(isRoleWord) ? ` ${name} ` : all,
    )
  return persian.replace(PSEUDONYM, (_all, name: string, inside: string, outside: string) => {
    const comma = inside === '' && outside === '' ? '' : ','
    return ` ${name}${comma}`.padEnd(1 + name.length + inside.length + 1 + outside.length)
  })
}
