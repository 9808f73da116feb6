import { RecordListPage } from '#app/_reading/authority-pages.tsx'

export default function EventListPage() {
  return <RecordListPage folder="events" />
}
