import {
  StatementPage,
  type StatementSearchParams,
  statementMetadata,
} from '#app/_reading/statement-page.tsx'

interface Props {
  params: Promise<{ reference: string }>
  searchParams: Promise<StatementSearchParams>
}

export async function generateMetadata({ params }: Props) {
  return statementMetadata((await params).reference)
}

/** The current revision of a statement. */
export default async function CurrentStatementPage({ params, searchParams }: Props) {
  return <StatementPage {...(await params)} searchParams={await searchParams} />
}
