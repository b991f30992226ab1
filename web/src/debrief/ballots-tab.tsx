import { Stack, Text, Title } from '@mantine/core';
import { IconMailbox } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { EmptyScreen } from '../ui/empty-screen';
import { QueryState } from '../ui/query-state';
import { BallotResult } from './ballot-result';
import { BallotSeats } from './ballot-seats';
import { Movements } from './movements';
import { ballotsQuery } from './queries';
import { useRoom } from './room';
import { VoteForm } from './vote-form';

/** Sealed until everybody has voted, then open all at once; and who moved between the first and the second. */
export function BallotsTab() {
  const { t } = useTranslation('debrief');
  const { debrief, content } = useRoom();
  // Votes are never announced, so that nobody learns when somebody votes: whoever may see whose is outstanding asks.
  const ballots = useQuery({
    ...ballotsQuery(debrief.id),
    refetchInterval: debrief.abilities.closeBallot ? 5_000 : false,
  });
  return (
    <QueryState query={ballots}>
      {({ items, movements }) => {
        const open = items.find(({ status }) => status === 'open');
        const revealed = items.filter(({ status }) => status === 'revealed');
        if (items.length === 0) {
          const owed = content.ballotsOwed[0];
          return (
            <EmptyScreen
              icon={IconMailbox}
              title={t('ballot.none')}
              text={owed ? t('ballot.noneText', { kind: t(`ballot.kind.${owed}`) }) : t('ballot.neverText')}
            />
          );
        }
        return (
          <Stack gap="xl">
            {open && (
              <section aria-labelledby="open-ballot">
                <Title order={2} size="h3" id="open-ballot">
                  {t('ballot.openTitle')}
                </Title>
                <Text size="sm" c="dimmed" mb="sm">
                  {t('ballot.openText', { outcome: t(`outcome.${open.shown.outcome}`) })}
                </Text>
                <Stack gap="md">
                  {debrief.abilities.vote && <VoteForm key={open.id} ballot={open} />}
                  <BallotSeats ballot={open} />
                </Stack>
              </section>
            )}
            {movements.length > 0 || revealed.some(({ kind }) => kind === 'second') ? <Movements ballots={revealed} movements={movements} /> : null}
            {revealed.map((ballot) => (
              <BallotResult key={ballot.id} ballot={ballot} />
            ))}
          </Stack>
        );
      }}
    </QueryState>
  );
}
