import { Alert, Anchor, Badge, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconUserExclamation } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { api, newKey, once, unwrap } from '../api/client';
import { PageHeader } from '../ui/page-header';
import { ScreenState } from '../ui/screen-state';
import { toastProblem } from '../ui/toast';
import { useFormat } from '../ui/use-format';
import { CandidateFiles } from './candidate-files';
import { CandidateRelations } from './candidate-relations';
import { EditCandidate } from './edit-candidate';
import classes from './list.module.css';
import { MergeDialog } from './merge-dialog';
import { candidateQuery, STATUSES, type Candidate } from './queries';
import { StartApplication } from './start-application';
import { StatusBadge } from './status-badge';
import { useChange } from './use-change';

/** One person: how to reach them, their applications, files, and who cannot judge them. */
export function Component() {
  const { candidateId = '' } = useParams();
  return <ScreenState query={useQuery(candidateQuery(candidateId))}>{(candidate) => <CandidatePage candidate={candidate} />}</ScreenState>;
}

type Dialog = 'edit' | 'merge' | 'start';

function CandidatePage({ candidate }: { readonly candidate: Candidate }) {
  const { t } = useTranslation('recruiter');
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const [duplicate, setDuplicate] = useState<string | null>(null);
  const { id, name, archivedAt, internal, possibleDuplicates, abilities } = candidate;
  const at = { params: { path: { candidateId: id } } };
  const keys = [['candidates']];
  const archive = useChange(() => unwrap(api.POST('/api/v1/candidates/{candidateId}/archive', { ...at, headers: once(newKey()) })), {
    keys,
    done: t('candidate.archived'),
  });
  const restore = useChange(() => unwrap(api.POST('/api/v1/candidates/{candidateId}/restore', { ...at, headers: once(newKey()) })), {
    keys,
    done: t('candidate.restored'),
  });
  const close = () => setDialog(null);
  return (
    <>
      <PageHeader
        title={name}
        back={{ to: '/candidates', label: t('candidates.title') }}
        aside={
          <>
            {internal && <Badge>{t('candidate.internal')}</Badge>}
            {archivedAt !== null && <Badge color="gray">{t('candidates.isArchived')}</Badge>}
          </>
        }
        actions={
          <Group gap="xs" className={classes.actions}>
            {abilities.archive && (
              <Button variant="subtle" color="gray" loading={archive.isPending} onClick={() => archive.mutate(undefined, { onError: toastProblem })}>
                {t('candidate.archive')}
              </Button>
            )}
            {abilities.restore && (
              <Button variant="default" loading={restore.isPending} onClick={() => restore.mutate(undefined, { onError: toastProblem })}>
                {t('candidate.restore')}
              </Button>
            )}
            {abilities.merge && (
              <Button variant="default" onClick={() => setDialog('merge')}>
                {t('merge.button')}
              </Button>
            )}
            {abilities.edit && (
              <Button variant="default" onClick={() => setDialog('edit')}>
                {t('candidate.edit')}
              </Button>
            )}
            {abilities.edit && <Button onClick={() => setDialog('start')}>{t('board.start')}</Button>}
          </Group>
        }
      />
      {possibleDuplicates.length > 0 && (
        <Alert
          color="amber"
          icon={<IconUserExclamation aria-hidden />}
          title={t('candidate.duplicates', { count: possibleDuplicates.length })}
          mb="lg"
        >
          <Stack gap={6}>
            {possibleDuplicates.map((other) => (
              <Group key={other.id} gap="sm">
                <Anchor component={Link} to={`/candidates/${other.id}`} size="sm">
                  {other.name}
                </Anchor>
                <Text size="sm">{t(`candidate.because.${other.because}`)}</Text>
                {abilities.merge && (
                  <Button
                    size="compact-xs"
                    variant="default"
                    aria-label={t('merge.inOf', { name: other.name })}
                    onClick={() => {
                      setDuplicate(other.id);
                      setDialog('merge');
                    }}
                  >
                    {t('merge.in')}
                  </Button>
                )}
              </Group>
            ))}
          </Stack>
        </Alert>
      )}
      <div className={classes.two}>
        <Stack gap="xl">
          <Applications candidate={candidate} />
          <section aria-labelledby="files">
            <Title order={2} size="h3" id="files" mb="xs">
              {t('files.title')}
            </Title>
            <CandidateFiles candidateId={id} />
          </section>
        </Stack>
        <Stack gap="xl">
          <Contact candidate={candidate} />
          <CandidateRelations candidate={candidate} />
        </Stack>
      </div>
      {dialog === 'edit' && <EditCandidate candidate={candidate} onClose={close} />}
      {dialog === 'merge' && (
        <MergeDialog
          candidate={candidate}
          duplicateId={duplicate}
          onClose={() => {
            close();
            setDuplicate(null);
          }}
        />
      )}
      {dialog === 'start' && <StartApplication candidate={{ id, name }} onClose={close} />}
    </>
  );
}

function Applications({ candidate }: { readonly candidate: Candidate }) {
  const { t } = useTranslation('recruiter');
  const format = useFormat();
  return (
    <section aria-labelledby="applications">
      <Title order={2} size="h3" id="applications" mb="xs">
        {t('candidate.applications')}
      </Title>
      {candidate.applications.length === 0 && (
        <Text size="sm" c="dimmed">
          {t(candidate.abilities.edit ? 'candidate.noApplications' : 'candidate.noneToSee')}
        </Text>
      )}
      {candidate.applications.length > 0 && (
        <ul className={classes.list}>
          {candidate.applications.map(({ id, jobTitle, status, startedAt }) => {
            const known = STATUSES.find((one) => one === status);
            return (
              <li key={id} className={classes.row}>
                <div className={classes.grow}>
                  <Link to={`/applications/${id}`} className={classes.link}>
                    {jobTitle}
                  </Link>
                  <Text size="xs" c="dimmed">
                    {t('application.started', { date: format.date(startedAt) })}
                  </Text>
                </div>
                {known && <StatusBadge of="application" status={known} />}
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}

function Contact({ candidate }: { readonly candidate: Candidate }) {
  const { t } = useTranslation('recruiter');
  const { email, phone, location, timeZone, country, links, abilities } = candidate;
  const facts: readonly (readonly [string, string])[] = [
    [t('candidate.email'), email ?? ''],
    [t('candidate.phone'), phone ?? ''],
    [t('candidate.location'), location],
    [t('candidate.country'), country],
    [t('candidate.timeZone'), timeZone],
  ];
  return (
    <section aria-labelledby="contact">
      <Title order={2} size="h3" id="contact" mb="xs">
        {t('candidate.contact')}
      </Title>
      <Paper p="md">
        {!abilities.seeContact && (
          <Text size="sm" c="dimmed" mb="xs">
            {t('candidate.noContact')}
          </Text>
        )}
        <dl className={classes.facts}>
          {facts
            .filter(([, value]) => value !== '')
            .map(([label, value]) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
        </dl>
        {links.map((link) => (
          <Anchor key={link} href={link} target="_blank" rel="noreferrer" size="sm" display="block" style={{ overflowWrap: 'anywhere' }}>
            {link}
          </Anchor>
        ))}
      </Paper>
    </section>
  );
}
