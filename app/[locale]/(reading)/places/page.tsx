import { RecordListPage } from '#app/_reading/authority-pages.tsx'

export default function PlaceListPage() {
  return <RecordListPage folder="places" />
}
