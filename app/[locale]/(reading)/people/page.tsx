import { RecordListPage } from '#app/_reading/authority-pages.tsx'

export default function PersonListPage() {
  return <RecordListPage folder="people" />
}
