import { getFormatter, getTranslations } from 'next-intl/server'
import { Badge } from '#app/_components/badge.tsx'
import { Bidi, Ltr } from '#app/_components/bidi.tsx'
import { DateTime } from '#app/_components/date-time.tsx'
import { DefinitionList } from '#app/_components/definition-list.tsx'
import { PageHeader } from '#app/_components/page-header.tsx'
import { Link } from '#app/_i18n/navigation.ts'
import { orNotFound } from '#app/_server/found.ts'
import { requireViewer } from '#app/_server/viewer.ts'
import { getPerson } from '#lib/people/queries.ts'
import styles from '../../admin.module.css'
import { HandOverForm, ResetForm, RestoreForm, RoleForm, SuspendForm } from './person-forms.tsx'

interface Props {
  params: Promise<{ locale: string; id: string }>
}

export default async function PersonPage({ params }: Props) {
  const { id } = await params
  const viewer = await requireViewer('admin')
  const { person, recipients } = orNotFound(() => getPerson(viewer, id))
  const [t, roles, format] = await Promise.all([
    getTranslations('people'),
    getTranslations('vocabulary.roles'),
    getFormatter(),
  ])
  return (
    <>
      <PageHeader
        eyebrow={<Link href="/admin/users">{t('title')}</Link>}
        pageTitle={person.name}
        title={<Bidi>{person.name}</Bidi>}
        actions={
          <Badge tone={person.status === 'active' ? 'success' : 'danger'}>
            {t(`statuses.${person.status}`)}
          </Badge>
        }
      />
      <DefinitionList
        layout="columns"
        items={[
          { term: t('email'), details: <Ltr>{person.email}</Ltr> },
          { term: t('role'), details: roles(person.role) },
          { term: t('ownedStatements'), details: format.number(person.ownedStatements) },
          { term: t('joined'), details: <DateTime at={person.createdAt} /> },
          {
            term: t('lastSignIn'),
            details: person.lastSignInAt ? (
              <DateTime at={person.lastSignInAt} withTime />
            ) : (
              t('neverSignedIn')
            ),
          },
        ]}
      />
      <p>
        <Link href={`/admin/audit?actor=${person.id}`}>{t('whatTheyDid')}</Link>
      </p>
      <div className={styles.acts}>
        <RoleForm id={person.id} role={person.role} />
        {person.ownedStatements > 0 && (
          <HandOverForm
            id={person.id}
            ownedStatements={person.ownedStatements}
            recipients={recipients}
          />
        )}
        {person.status === 'active' && <ResetForm id={person.id} />}
        {person.status === 'active' ? (
          <SuspendForm id={person.id} />
        ) : (
          <RestoreForm id={person.id} />
        )}
      </div>
    </>
  )
}
