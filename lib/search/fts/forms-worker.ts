import { parentPort } from 'node:worker_threads'
import type { NumberedForms, ReadBatch } from './forms-ahead.ts'
import { type FormsSource, readForms } from './statement-forms.ts'
import { END } from './thread.ts'

/** A thread that reads the forms of statements. Every form is sent once; from then on by its number, from 0. */

const port = parentPort!
const numbers = new Map<string, number>()

function read(batch: readonly FormsSource[]): ReadBatch {
  const fresh: string[] = []
  const numberOf = (form: string) => {
    let number = numbers.get(form)
    if (number === undefined) {
      number = numbers.size
      numbers.set(form, number)
      fresh.push(form)
    }
    return number
  }
  const statements = batch.map((source): NumberedForms => {
    const { forms, ...places } = readForms(source)
    return { places, numbers: Uint32Array.from(forms, numberOf) }
  })
  return { fresh, statements }
}

port.on('message', (message: FormsSource[] | typeof END) => {
  if (message === END) port.close()
  else port.postMessage(read(message))
})
