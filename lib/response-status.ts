import { AsyncLocalStorage } from 'node:async_hooks'

interface Answer {
  statusCode: number
}

// One for the process: the server's entry and the built pages each load this module anew.
const globals = globalThis as typeof globalThis & { __govahAnswers?: AsyncLocalStorage<Answer> }
globals.__govahAnswers ??= new AsyncLocalStorage()
const answers = globals.__govahAnswers

/** Runs `work` as part of the request that is answered with `answer`. */
export function whileAnswering<T>(answer: Answer, work: () => T): T {
  return answers.run(answer, work)
}

/**
 * Gives the answer at hand this HTTP status, before any of it is sent; false where there is none (a build, a command).
 * Next lets a page choose a status only by an error whose page is drawn by JavaScript, which some readers have off.
 */
export function setResponseStatus(status: number): boolean {
  const answer = answers.getStore()
  if (!answer) return false
  answer.statusCode = status
  return true
}
