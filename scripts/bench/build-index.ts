import { buildIndex } from '#lib/search/evaluation/bench.ts'
import { GeneratedArchive } from '#lib/search/evaluation/generate.ts'
import { EmbeddedEngine } from '#lib/search/fts/engine.ts'
import { printJson } from '../command.ts'

// A process of its own for `bench search`: path of the index, number of statements, seed, passages of each or nothing.
const [path, statements, seed, passagesEach] = process.argv.slice(2)
const engine = new EmbeddedEngine(path!)
const archive = new GeneratedArchive(Number(seed), passagesEach ? Number(passagesEach) : null)
printJson(await buildIndex((documents) => engine.rebuild(documents), archive, Number(statements)))
await engine.close()
