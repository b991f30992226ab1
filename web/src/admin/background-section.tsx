import { Button, Group, Paper, Table, Text, Title } from '@mantine/core';
import { IconMoodCheck } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { EmptyScreen } from '../ui/empty-screen';
import { QueryState } from '../ui/query-state';
import { useFormat } from '../ui/use-format';
import { WideTable } from '../ui/wide-table';
import { backgroundWorkQuery } from './queries';

const FIGURES = ['due', 'later', 'running', 'dead'] as const;

/** How much work waits, runs and was given up, kind by kind. */
export function BackgroundSection() {
  const { t } = useTranslation('admin');
  const format = useFormat();
  const kindWords = useKindWords();
  const client = useQueryClient();
  const work = useQuery(backgroundWorkQuery);
  return (
    <section aria-labelledby="background-work" style={{ marginBottom: '2rem' }}>
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h3" id="background-work">
          {t('work.title')}
        </Title>
        <Button
          size="xs"
          variant="default"
          loading={work.isRefetching}
          onClick={() => void client.invalidateQueries({ queryKey: ['background-work'] })}
        >
          {t('work.refresh')}
        </Button>
      </Group>
      <QueryState query={work}>
        {({ kinds }) =>
          kinds.length === 0 ? (
            <EmptyScreen icon={IconMoodCheck} title={t('work.empty')} text={t('work.emptyText')} />
          ) : (
            <Paper withBorder>
              <WideTable minWidth={320} label={t('work.title')}>
                <Table verticalSpacing={6} horizontalSpacing="xs">
                  <Table.Thead>
                    <Table.Tr>
                      <Table.Th scope="col">{t('work.kind')}</Table.Th>
                      {FIGURES.map((figure) => (
                        <Table.Th key={figure} scope="col" ta="end">
                          {t(`work.${figure}`)}
                        </Table.Th>
                      ))}
                    </Table.Tr>
                  </Table.Thead>
                  <Table.Tbody>
                    {kinds.map((one) => (
                      <Table.Tr key={one.kind}>
                        <Table.Th scope="row" fw={500}>
                          {kindWords(one.kind)}
                        </Table.Th>
                        {FIGURES.map((figure) => (
                          <Table.Td key={figure} ta="end">
                            <Text
                              span
                              size="sm"
                              className="numbers"
                              {...(one[figure] === 0 ? { c: 'dimmed' } : figure === 'dead' ? { c: 'var(--app-late)', fw: 600 } : {})}
                            >
                              {format.number(one[figure])}
                            </Text>
                          </Table.Td>
                        ))}
                      </Table.Tr>
                    ))}
                  </Table.Tbody>
                </Table>
              </WideTable>
            </Paper>
          )
        }
      </QueryState>
    </section>
  );
}

/** `mail.send` in words; a kind newer than this page keeps its name. */
export function useKindWords(): (kind: string) => string {
  const { t } = useTranslation('admin');
  return (kind) => t(`work.kinds.${kind.replace('.', '_')}`, { defaultValue: kind });
}
