import { RecordListPage, recordListMetadata } from '#app/_reading/authority-pages.tsx'

export const generateMetadata = () => recordListMetadata('people')

export default function PersonListPage() {
  return <RecordListPage folder="people" />
}
