import { eq } from 'drizzle-orm'
import { revisions, statements } from '#db/schema/index.ts'
import { database } from '#lib/database.ts'
import type { SearchResult } from '#lib/search/contract.ts'
import { GeneratedArchive } from '#lib/search/evaluation/generate.ts'
import { searchService } from '#lib/search/service.ts'
import { type StatementContent, statementContentSchema } from '#lib/statements/model.ts'
import { serve } from '../serving/run.ts'
import { controlQuery } from './search-http.ts'

// A process of its own for `bench search`: the product itself, over generated statements beside those of the demo
// archive. It answers one query with a fixed result, which no other start of the product does.
const [count, seed] = process.argv.slice(2).map(Number)
const archive = new GeneratedArchive(seed!)

await serve({ development: false, empty: false, newKey: false })
fillArchive(count!)
const { embedded } = searchService()
fixOneResult()
embedded.compareAgain()

/** Published statements without the work that leads there: copies of one of the demo archive with other texts. */
function fillArchive(wanted: number): void {
  const statement = database()
    .select()
    .from(statements)
    .where(eq(statements.audience, 'public'))
    .get()!
  const revision = database()
    .select()
    .from(revisions)
    .where(eq(revisions.id, statement.publishedRevisionId!))
    .get()!
  const model = statementContentSchema.parse(JSON.parse(revision.content))
  const { id: _revision, ...revisionRow } = revision
  const { id: _statement, ...statementRow } = statement
  database().transaction((transaction) => {
    for (let number = 1; number <= wanted; number++) {
      const content = contentOf(model, number)
      const [{ statementId }] = transaction
        .insert(statements)
        .values({
          ...statementRow,
          reference: `GV-2091-${String(number).padStart(6, '0')}`,
          currentRevisionId: null,
          publishedRevisionId: null,
        })
        .returning({ statementId: statements.id })
        .all() as [{ statementId: number }]
      const [{ revisionId }] = transaction
        .insert(revisions)
        .values({
          ...revisionRow,
          statementId,
          content: JSON.stringify(content),
          contentHash: `generated-${number}`,
          passages: content.text.passages.length,
          titleEn: content.titles['en'] ?? '',
          titleFa: content.titles['fa'] ?? '',
          titleAny: Object.values(content.titles)[0] ?? '',
          language: content.text.language,
        })
        .returning({ revisionId: revisions.id })
        .all() as [{ revisionId: number }]
      transaction
        .update(statements)
        .set({ currentRevisionId: revisionId, publishedRevisionId: revisionId })
        .where(eq(statements.id, statementId))
        .run()
    }
  })
}

function contentOf(model: StatementContent, number: number): StatementContent {
  const { titles, languages, passages } = archive.document(number)
  const [passage] = model.text.passages
  return statementContentSchema.parse({
    ...model,
    titles: titles as StatementContent['titles'],
    translations: [],
    text: {
      ...model.text,
      language: languages[0]!,
      passages: passages.map(({ number, text }) => ({
        ...passage!,
        key: `p${String(number).padStart(4, '0')}`,
        text,
      })),
    },
  })
}

/** The control: the same page with a result that costs the engine nothing. */
function fixOneResult(): void {
  const { engine } = embedded
  const search = engine.search.bind(engine)
  const text = controlQuery(archive, seed!, count!)
  let fixed: Promise<SearchResult> | null = null
  engine.search = (query, scope) => {
    if (query.text !== text) return search(query, scope)
    fixed ??= search(query, scope)
    return fixed
  }
}
