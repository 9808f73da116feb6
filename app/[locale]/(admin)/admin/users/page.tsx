import { getFormatter, getTranslations } from 'next-intl/server'
import { Badge } from '#app/_components/badge.tsx'
import { Bidi, Ltr } from '#app/_components/bidi.tsx'
import { LinkButton } from '#app/_components/button.tsx'
import { DataTable } from '#app/_components/data-table.tsx'
import { DateTime } from '#app/_components/date-time.tsx'
import { PageHeader } from '#app/_components/page-header.tsx'
import { Link } from '#app/_i18n/navigation.ts'
import { requireViewer } from '#app/_server/viewer.ts'
import { listInvitations, listPeople } from '#lib/people/queries.ts'
import styles from '../admin.module.css'
import { VoidInvitationForm } from './void-invitation-form.tsx'

export default async function UsersPage() {
  const viewer = await requireViewer('admin')
  const people = listPeople(viewer)
  const invitations = listInvitations(viewer)
  const [t, roles, format] = await Promise.all([
    getTranslations('people'),
    getTranslations('vocabulary.roles'),
    getFormatter(),
  ])
  return (
    <>
      <PageHeader
        title={t('title')}
        description={t('description')}
        actions={
          <LinkButton href="/admin/users/invite" variant="primary">
            {t('invite.open')}
          </LinkButton>
        }
      />
      <DataTable
        caption={t('title')}
        hideCaption
        rows={people}
        rowKey={({ id }) => id}
        columns={[
          {
            id: 'name',
            header: t('name'),
            cell: ({ id, name }) => (
              <Link href={`/admin/users/${id}`}>
                <Bidi>{name}</Bidi>
              </Link>
            ),
          },
          { id: 'email', header: t('email'), cell: ({ email }) => <Ltr>{email}</Ltr> },
          { id: 'role', header: t('role'), cell: ({ role }) => roles(role) },
          {
            id: 'status',
            header: t('status'),
            cell: ({ status }) => (
              <Badge tone={status === 'active' ? 'success' : 'danger'}>
                {t(`statuses.${status}`)}
              </Badge>
            ),
          },
          {
            id: 'owned',
            header: t('ownedStatements'),
            align: 'end',
            cell: ({ ownedStatements }) => format.number(ownedStatements),
          },
          {
            id: 'lastSignIn',
            header: t('lastSignIn'),
            cell: ({ lastSignInAt }) =>
              lastSignInAt ? <DateTime at={lastSignInAt} /> : t('neverSignedIn'),
          },
        ]}
      />
      {invitations.length > 0 && (
        <section className={styles.section} aria-labelledby="invitations">
          <h2 id="invitations">{t('invitations')}</h2>
          <DataTable
            caption={t('invitations')}
            hideCaption
            rows={invitations}
            rowKey={({ id }) => id}
            columns={[
              {
                id: 'email',
                header: t('email'),
                cell: ({ email }) => (email ? <Ltr>{email}</Ltr> : t('firstAdmin')),
              },
              { id: 'role', header: t('role'), cell: ({ role }) => roles(role) },
              {
                id: 'expires',
                header: t('expires'),
                cell: ({ expiresAt, isExpired }) =>
                  isExpired ? (
                    <Badge tone="warning">{t('expired')}</Badge>
                  ) : (
                    <DateTime at={expiresAt} withTime />
                  ),
              },
              {
                id: 'act',
                header: t('actions'),
                cell: ({ id, email }) => (
                  <VoidInvitationForm id={id} email={email ?? t('firstAdmin')} />
                ),
              },
            ]}
          />
        </section>
      )}
    </>
  )
}
