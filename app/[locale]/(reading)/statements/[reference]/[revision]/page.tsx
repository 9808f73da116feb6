import { readRevisionPart } from '#app/_reading/citation.ts'
import { StatementPage, type StatementSearchParams } from '#app/_reading/statement-page.tsx'
import { NothingHere } from '#app/_shell/nothing-here.tsx'

interface Props {
  params: Promise<{ reference: string; revision: string }>
  searchParams: Promise<StatementSearchParams>
}

/** One revision at its permanent address, `/statements/GV-2026-000042/r3`: the same words for ever, or what replaced them. */
export default async function RevisionPage({ params, searchParams }: Props) {
  const { reference, revision } = await readParams(params)
  if (revision === null) return <NothingHere />
  return (
    <StatementPage reference={reference} revision={revision} searchParams={await searchParams} />
  )
}

async function readParams(params: Props['params']) {
  const { reference, revision } = await params
  return { reference, revision: readRevisionPart(revision) }
}
