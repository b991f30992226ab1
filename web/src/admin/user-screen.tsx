import { Badge, Button, Group, Paper, Select, Stack, TagsInput, Text, TextInput, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { api, ifMatch, newKey, once, unwrap } from '../api/client';
import { CalibrationLink } from '../calibration/calibration-link';
import { FormDialog } from '../recruiter/form-dialog';
import list from '../ui/list.module.css';
import { ReasonForm } from '../recruiter/reason-form';
import { useChange } from '../recruiter/use-change';
import { PageHeader } from '../ui/page-header';
import { QueryState } from '../ui/query-state';
import { ScreenState } from '../ui/screen-state';
import { toastDone, toastProblem } from '../ui/toast';
import { useCountryName } from '../ui/use-country-name';
import { useFormat } from '../ui/use-format';
import { OneTimeSecret } from './one-time-link';
import { dutiesQuery, userQuery, type User } from './queries';

/** One account: what they may do, what waits for them, and the ways to help or to stop them. */
export function Component() {
  const { userId = '' } = useParams();
  return <ScreenState query={useQuery(userQuery(userId))}>{(user) => <UserPage user={user} />}</ScreenState>;
}

function UserPage({ user }: { readonly user: User }) {
  const { t } = useTranslation('admin');
  const format = useFormat();
  const countryName = useCountryName();
  const { name, email, siteRole, status, timeZone, country, qualifications, languages, createdAt, deactivatedAt } = user;
  const facts: readonly (readonly [string, string])[] = [
    [t('users.role'), t(`role.${siteRole}`)],
    [t('users.qualifications'), qualifications.length === 0 ? t('users.none') : format.list(qualifications)],
    [t('users.languages'), languages.length === 0 ? t('users.none') : format.list(languages)],
    [t('users.place'), [countryName(country), timeZone].join(' · ')],
    [t('users.created'), format.date(createdAt)],
  ];
  return (
    <>
      <PageHeader
        title={name}
        text={email}
        back={{ to: '/admin/users', label: t('users.title') }}
        aside={
          status === 'deactivated' && deactivatedAt !== null ? (
            <Badge color="gray">{t('users.deactivatedOn', { date: format.date(deactivatedAt) })}</Badge>
          ) : undefined
        }
        actions={
          <Group gap="xs" className={list.actions}>
            <UserActions user={user} />
          </Group>
        }
      />
      <div className={list.two}>
        <Duties userId={user.id} />
        <Paper p="md">
          <dl className={list.facts}>
            {facts.map(([label, value]) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </Paper>
      </div>
    </>
  );
}

type Dialog = 'edit' | 'deactivate' | 'reactivate';

function UserActions({ user }: { readonly user: User }) {
  const { t } = useTranslation('admin');
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const [link, setLink] = useState<{ readonly link: string; readonly expiresAt: string } | null>(null);
  const { id, name, abilities } = user;
  const keys = [['users']];
  const at = { params: { path: { userId: id } } };
  const close = () => setDialog(null);
  const passwordLink = useChange(() => unwrap(api.POST('/api/v1/users/{userId}/password-link', { ...at, headers: once(newKey()) })), {
    keys,
    then: (answer) => (answer.link === null ? toastDone(t('users.linkMailed')) : setLink({ link: answer.link, expiresAt: answer.expiresAt })),
  });
  const revoke = useChange(() => unwrap(api.DELETE('/api/v1/users/{userId}/sessions', at)), { keys, done: t('users.sessionsRevoked') });
  const sendStep = (reason: string, key: string) =>
    unwrap(
      api.POST(dialog === 'deactivate' ? '/api/v1/users/{userId}/deactivate' : '/api/v1/users/{userId}/reactivate', {
        ...at,
        headers: once(key),
        body: { reason },
      }) as Promise<{ data?: unknown; error?: unknown; response: Response }>,
    );
  return (
    <>
      <CalibrationLink userId={id} />
      {abilities.createPasswordLink && (
        <Button variant="default" loading={passwordLink.isPending} onClick={() => passwordLink.mutate(undefined, { onError: toastProblem })}>
          {t('users.passwordLink')}
        </Button>
      )}
      {abilities.revokeSessions && (
        <Button variant="default" loading={revoke.isPending} onClick={() => revoke.mutate(undefined, { onError: toastProblem })}>
          {t('users.revokeSessions')}
        </Button>
      )}
      {(['deactivate', 'reactivate'] as const)
        .filter((step) => abilities[step])
        .map((step) => (
          <Button key={step} variant="default" onClick={() => setDialog(step)}>
            {t(`users.${step}`)}
          </Button>
        ))}
      {abilities.edit && <Button onClick={() => setDialog('edit')}>{t('users.edit')}</Button>}
      {link && (
        <OneTimeSecret
          title={t('users.passwordLink')}
          text={t('users.passwordLinkText', { name })}
          secret={link.link}
          until={link.expiresAt}
          onClose={() => setLink(null)}
        />
      )}
      {dialog === 'edit' && <EditUser user={user} onClose={close} />}
      {(dialog === 'deactivate' || dialog === 'reactivate') && (
        <ReasonForm
          title={t(`users.${dialog}Of`, { name })}
          text={t(`users.${dialog}Text`)}
          submit={t(`users.${dialog}`)}
          done={t(`users.${dialog}Done`, { name })}
          danger={dialog === 'deactivate'}
          keys={keys}
          send={sendStep}
          onClose={close}
        />
      )}
    </>
  );
}

function EditUser({ user, onClose }: { readonly user: User; readonly onClose: () => void }) {
  const { t } = useTranslation('admin');
  const { id, version, name, email, siteRole, qualifications, languages, abilities } = user;
  return (
    <FormDialog
      onClose={onClose}
      title={t('users.editOf', { name })}
      submit={t('app:save')}
      done={t('users.saved')}
      keys={[['users']]}
      initial={{ name, email, siteRole, qualifications, languages }}
      send={({ siteRole: role, ...body }) =>
        unwrap(
          api.PATCH('/api/v1/users/{userId}', {
            params: { path: { userId: id } },
            headers: ifMatch(version),
            body: { ...body, ...(abilities.changeRole && { siteRole: role }) },
          }),
        )
      }
    >
      {(form) => (
        <>
          <TextInput label={t('users.name')} required data-autofocus maxLength={200} {...form.getInputProps('name')} />
          <TextInput label={t('users.email')} type="email" required {...form.getInputProps('email')} />
          {abilities.changeRole && (
            <Select
              label={t('users.role')}
              description={t(`role.${form.getValues().siteRole}Text`)}
              allowDeselect={false}
              data={(['member', 'admin', 'auditor'] as const).map((value) => ({ value, label: t(`role.${value}`) }))}
              {...form.getInputProps('siteRole')}
            />
          )}
          <TagsInput label={t('users.qualifications')} description={t('users.qualificationsText')} {...form.getInputProps('qualifications')} />
          <TagsInput label={t('users.languages')} description={t('users.languagesText')} {...form.getInputProps('languages')} />
        </>
      )}
    </FormDialog>
  );
}

function Duties({ userId }: { readonly userId: string }) {
  const { t } = useTranslation(['admin', 'recruiter']);
  const format = useFormat();
  const duties = useQuery(dutiesQuery(userId));
  return (
    <section aria-labelledby="duties">
      <Title order={2} size="h3" id="duties" mb="xs">
        {t('users.duties')}
      </Title>
      <QueryState query={duties}>
        {(items) =>
          items.length === 0 ? (
            <Text size="sm" c="dimmed">
              {t('users.noDuties')}
            </Text>
          ) : (
            <Stack gap={0} component="ul" className={list.list}>
              {items.map(({ kind, seat, scorecardId, seatId, jobId, jobTitle, applicationId, candidateName, dueAt }) => (
                <li key={scorecardId ?? seatId ?? jobId} className={list.row}>
                  <div className={list.grow}>
                    <Link to={applicationId === null ? `/jobs/${jobId}` : `/applications/${applicationId}`} className={list.link}>
                      {candidateName ?? jobTitle}
                    </Link>
                    <Text size="xs" c="dimmed">
                      {[
                        kind === 'scorecard' ? t('users.owesCard') : t('users.holdsSeat', { seat: t(`recruiter:seats.kind.${seat ?? 'recruiter'}`) }),
                        candidateName === null ? '' : jobTitle,
                      ]
                        .filter((part) => part !== '')
                        .join(' · ')}
                    </Text>
                  </div>
                  {dueAt !== null && (
                    <Text size="sm" title={format.exact(dueAt)}>
                      {t('users.due', { when: format.fromNow(dueAt) })}
                    </Text>
                  )}
                </li>
              ))}
            </Stack>
          )
        }
      </QueryState>
    </section>
  );
}
