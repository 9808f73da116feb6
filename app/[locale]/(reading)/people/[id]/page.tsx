import { RecordPage } from '#app/_reading/authority-pages.tsx'

interface Props {
  params: Promise<{ id: string }>
  searchParams: Promise<{ page?: string | string[] }>
}

export default async function PersonPage({ params, searchParams }: Props) {
  return <RecordPage folder="people" {...(await params)} page={(await searchParams).page} />
}
