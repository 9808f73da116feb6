import { RecordPage, recordMetadata } from '#app/_reading/authority-pages.tsx'

interface Props {
  params: Promise<{ id: string }>
  searchParams: Promise<{ page?: string | string[] }>
}

export async function generateMetadata({ params }: Props) {
  return recordMetadata('events', (await params).id)
}

export default async function EventPage({ params, searchParams }: Props) {
  return <RecordPage folder="events" {...(await params)} page={(await searchParams).page} />
}
