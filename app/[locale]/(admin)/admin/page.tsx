import { getLocale } from 'next-intl/server'
import { redirect } from '#app/_i18n/navigation.ts'
import { requireViewer } from '#app/_server/viewer.ts'

export default async function AdminPage() {
  await requireViewer('admin')
  redirect({ href: '/admin/users', locale: await getLocale() })
}
