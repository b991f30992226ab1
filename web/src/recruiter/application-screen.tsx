import { Anchor, Button, Group, Tabs } from '@mantine/core';
import { IconColumns3, IconScale } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import { useMe } from '../api/me';
import { BreakGlassTab } from '../admin/break-glass-tab';
import { EventList } from '../admin/event-list';
import { ApplicationNext } from '../board/application-next';
import { PageHeader } from '../ui/page-header';
import { QueryState } from '../ui/query-state';
import { ScreenState } from '../ui/screen-state';
import { useFormat } from '../ui/use-format';
import { offersQuery } from '../offers/queries';
import { OffersTab } from '../offers/offers-tab';
import { TimelineTab } from '../timeline/timeline-tab';
import { ApplicationFacts } from './application-facts';
import { CandidateFiles } from './candidate-files';
import list from './list.module.css';
import { Moves } from './moves';
import { applicationQuery, applicationSeatsQuery, type Application } from './queries';
import { RoundLine } from './round-line';
import { SeatList } from './seat-list';
import { StatusBadge } from './status-badge';

/** One application: its rounds, what waits for whom, and everything a recruiter does about it. */
export function Component() {
  const { applicationId = '' } = useParams();
  return (
    <ScreenState query={useQuery(applicationQuery(applicationId))}>{(application) => <ApplicationPage application={application} />}</ScreenState>
  );
}

const TABS = ['rounds', 'timeline', 'offers', 'files', 'seats', 'history'] as const;

function ApplicationPage({ application }: { readonly application: Application }) {
  const { t } = useTranslation('recruiter');
  const format = useFormat();
  const me = useMe().data;
  const [params, setParams] = useSearchParams();
  const { id, candidateId, candidateName, jobId, jobTitle, status, startedAt, source, debriefId, abilities } = application;
  // Whoever has no seat for offers is never told that there are any.
  const offers = useQuery(offersQuery(id)).data;
  const tabs = [...TABS.filter((tab) => tab !== 'offers' || offers != null), ...(me?.abilities.administer ? ['breakGlass' as const] : [])];
  return (
    <>
      <PageHeader
        title={candidateName}
        back={{ to: '/board', label: t('board.title') }}
        aside={<StatusBadge of="application" status={status} />}
        text={
          <>
            <Anchor component={Link} to={`/jobs/${jobId}`} size="sm">
              {jobTitle}
            </Anchor>
            {` · ${t('application.started', { date: format.date(startedAt) })}${source === '' ? '' : ` · ${source}`} · `}
            <Anchor component={Link} to={`/candidates/${candidateId}`} size="sm">
              {t('application.candidate')}
            </Anchor>
          </>
        }
        actions={
          <Group gap="xs" className={list.actions}>
            <Button component={Link} to={`/debriefs/${debriefId}`} variant="default" leftSection={<IconScale size={16} aria-hidden />}>
              {t('application.debrief')}
            </Button>
            {abilities.compare && (
              <Button component={Link} to={`/applications/${id}/comparators`} variant="default" leftSection={<IconColumns3 size={16} aria-hidden />}>
                {t('application.compare')}
              </Button>
            )}
            <Moves application={application} />
          </Group>
        }
      />
      <ApplicationNext application={application} />
      <ApplicationFacts application={application} />
      <Tabs
        value={tabs.find((tab) => tab === params.get('tab')) ?? 'rounds'}
        onChange={(tab) => setParams(tab === 'rounds' || tab === null ? {} : { tab }, { replace: true })}
        mt="lg"
      >
        <Tabs.List mb="md" style={{ overflowX: 'auto', flexWrap: 'nowrap' }}>
          {tabs.map((tab) => (
            <Tabs.Tab key={tab} value={tab} style={{ flex: 'none' }}>
              {t(`application.tab.${tab}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="rounds">
          <RoundLine application={application} />
        </Tabs.Panel>
        <Tabs.Panel value="timeline">
          <TimelineTab applicationId={id} />
        </Tabs.Panel>
        <Tabs.Panel value="offers">{offers && <OffersTab applicationId={id} offers={offers} />}</Tabs.Panel>
        <Tabs.Panel value="files">
          <CandidateFiles candidateId={candidateId} />
        </Tabs.Panel>
        <Tabs.Panel value="seats">
          <SeatsTab applicationId={id} mayGrant={abilities.changeRounds} />
        </Tabs.Panel>
        <Tabs.Panel value="history">
          <EventList filters={{ applicationId: id }} emptyText={t('application.noHistory')} />
        </Tabs.Panel>
        <Tabs.Panel value="breakGlass">
          <BreakGlassTab applicationId={id} />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}

function SeatsTab({ applicationId, mayGrant }: { readonly applicationId: string; readonly mayGrant: boolean }) {
  const seats = useQuery(applicationSeatsQuery(applicationId));
  return (
    <QueryState query={seats}>
      {(items) => <SeatList seats={items} place={{ on: 'application', id: applicationId }} mayGrant={mayGrant} />}
    </QueryState>
  );
}
