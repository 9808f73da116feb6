import { buildIndex } from '#lib/search/evaluation/bench.ts'
import { GeneratedArchive } from '#lib/search/evaluation/generate.ts'
import { printJson } from '../command.ts'

// A process of its own for `bench search`: path of the index, number of statements, seed.
const [path, statements, seed] = process.argv.slice(2)
printJson(await buildIndex(path!, new GeneratedArchive(Number(seed)), Number(statements)))
