import { RecordListPage, recordListMetadata } from '#app/_reading/authority-pages.tsx'

export const generateMetadata = () => recordListMetadata('events')

export default function EventListPage() {
  return <RecordListPage folder="events" />
}
