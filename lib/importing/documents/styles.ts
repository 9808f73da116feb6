import type { Block } from './document.ts'

const HEADING = /^(?:heading|title|subtitle|عنوان|سرتیتر|تیتر|سرصفحه)/iu
const QUESTION = /question|interviewer|پرسش|سؤال|سوال/iu
const ANSWER = /answer|respon(?:se|dent)|interviewee|پاسخ|جواب/iu

/** What a paragraph is, by the name that its author gave its style. */
export function kindOfStyle(name: string): Block['kind'] {
  if (HEADING.test(name)) return 'heading'
  if (QUESTION.test(name)) return 'question'
  return ANSWER.test(name) ? 'answer' : 'prose'
}
