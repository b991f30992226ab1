import { Group, SegmentedControl, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../api/client';
import { toastProblem } from '../ui/toast';
import type { Application, Round } from './queries';
import { useChange } from './use-change';

/** Yes or no, recorded at once; never a rating. */
export function RoundFacts({ application: { id, abilities }, round }: { readonly application: Application; readonly round: Round }) {
  const { t } = useTranslation('recruiter');
  const asked = round.factsAsked as unknown as readonly { readonly key: string; readonly name: string }[];
  const record = useChange(
    (facts: Record<string, boolean>) =>
      unwrap(
        api.PUT('/api/v1/applications/{applicationId}/rounds/{roundKey}/facts', {
          params: { path: { applicationId: id, roundKey: round.key } },
          body: { facts },
        }),
      ),
    { keys: [['applications']], done: t('facts.done') },
  );
  if (asked.length === 0 || round.facts === null) return null;
  return (
    <>
      {asked.map(({ key, name }) => {
        const value = round.facts?.[key];
        const shown = value === undefined ? 'unknown' : value ? 'yes' : 'no';
        return (
          <Group key={key} gap="sm" mt="xs">
            <Text size="sm" id={`fact-${round.key}-${key}`}>
              {name}
            </Text>
            {abilities.recordFacts ? (
              <SegmentedControl
                size="xs"
                aria-labelledby={`fact-${round.key}-${key}`}
                value={shown}
                onChange={(chosen) => {
                  if (chosen !== 'unknown') record.mutate({ [key]: chosen === 'yes' }, { onError: toastProblem });
                }}
                data={(['yes', 'no', ...(value === undefined ? ['unknown' as const] : [])] as const).map((one) => ({
                  value: one,
                  label: t(`facts.${one}`),
                }))}
              />
            ) : (
              <Text size="sm" fw={600}>
                {t(`facts.${shown}`)}
              </Text>
            )}
          </Group>
        );
      })}
    </>
  );
}
