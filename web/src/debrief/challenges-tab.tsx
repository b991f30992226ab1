import { Stack } from '@mantine/core';
import { IconFlag } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { EmptyScreen } from '../ui/empty-screen';
import { QueryState } from '../ui/query-state';
import { ChallengeThread } from './challenge-thread';
import { challengesQuery } from './queries';
import { useRoom } from './room';

/** Every question against a rating, the open ones first. */
export function ChallengesTab() {
  const { t } = useTranslation('debrief');
  const { debrief } = useRoom();
  const challenges = useQuery(challengesQuery(debrief.id));
  return (
    <QueryState query={challenges}>
      {(items) =>
        items.length === 0 ? (
          <EmptyScreen
            icon={IconFlag}
            title={t('challenge.none')}
            text={t(debrief.abilities.challenge ? 'challenge.noneText' : 'challenge.noneNow')}
          />
        ) : (
          <Stack gap="md">
            {items
              .toSorted((a, b) => Number(b.status === 'open') - Number(a.status === 'open'))
              .map((challenge) => (
                <ChallengeThread key={challenge.id} challenge={challenge} withPlace />
              ))}
          </Stack>
        )
      }
    </QueryState>
  );
}
