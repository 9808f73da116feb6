import { RecordListPage, recordListMetadata } from '#app/_reading/authority-pages.tsx'

export const generateMetadata = () => recordListMetadata('places')

export default function PlaceListPage() {
  return <RecordListPage folder="places" />
}
