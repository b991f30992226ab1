import { Stack } from '@mantine/core';
import { IconGavel } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyScreen } from '../ui/empty-screen';
import { QueryState } from '../ui/query-state';
import { useKeptFocus } from '../ui/use-kept-focus';
import { DecisionForm } from './decision-form';
import { DecisionRecord } from './decision-record';
import { FinalistsLink } from './finalists-link';
import { decisionsQuery } from './queries';
import { Reopenings } from './reopenings';
import { useRoom } from './room';
import { VetoSection } from './veto-section';

/** What people decide, over the arithmetic and on the record. */
export function DecisionTab() {
  const { t } = useTranslation('debrief');
  const { debrief, content } = useRoom();
  const place = useRef<HTMLDivElement>(null);
  const focus = useKeptFocus(place);
  const decisions = useQuery(decisionsQuery(debrief.id));
  return (
    <QueryState query={decisions}>
      {(items) => (
        <Stack gap="xl" ref={place} tabIndex={-1} style={{ outline: 'none' }} {...focus}>
          {debrief.abilities.decide && <DecisionForm key={debrief.roundNumber} />}
          {!debrief.abilities.decide && items.length === 0 && (
            <EmptyScreen icon={IconGavel} title={t('decision.none')} text={t(`decision.by.${content.policy.decider}`)} />
          )}
          {items.map((decision) => (
            <DecisionRecord key={decision.id} decision={decision} />
          ))}
          <VetoSection />
          <Reopenings />
          <div>
            <FinalistsLink jobId={debrief.jobId} />
          </div>
        </Stack>
      )}
    </QueryState>
  );
}
