import { notFound } from 'next/navigation'
import { readRevisionPart } from '#app/_reading/citation.ts'
import {
  StatementPage,
  type StatementSearchParams,
  statementMetadata,
} from '#app/_reading/statement-page.tsx'

interface Props {
  params: Promise<{ reference: string; revision: string }>
  searchParams: Promise<StatementSearchParams>
}

export async function generateMetadata({ params }: Props) {
  const { reference, revision } = await readParams(params)
  return statementMetadata(reference, revision)
}

/** One revision at its permanent address, `/statements/GV-2026-000042/r3`: the same words for ever, or what replaced them. */
export default async function RevisionPage({ params, searchParams }: Props) {
  return <StatementPage {...(await readParams(params))} searchParams={await searchParams} />
}

async function readParams(params: Props['params']) {
  const { reference, revision: part } = await params
  const revision = readRevisionPart(part)
  if (revision === null) notFound()
  return { reference, revision }
}
