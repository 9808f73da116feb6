import { RecordPage, recordMetadata } from '#app/_reading/authority-pages.tsx'

interface Props {
  params: Promise<{ id: string }>
  searchParams: Promise<{ page?: string | string[] }>
}

export async function generateMetadata({ params }: Props) {
  return recordMetadata('people', (await params).id)
}

export default async function PersonPage({ params, searchParams }: Props) {
  return <RecordPage folder="people" {...(await params)} page={(await searchParams).page} />
}
