import { StatementPage, type StatementSearchParams } from '#app/_reading/statement-page.tsx'

interface Props {
  params: Promise<{ reference: string }>
  searchParams: Promise<StatementSearchParams>
}

/** The current revision of a statement. */
export default async function CurrentStatementPage({ params, searchParams }: Props) {
  return <StatementPage {...(await params)} searchParams={await searchParams} />
}
