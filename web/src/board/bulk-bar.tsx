import { Anchor, Button, CloseButton, Group, Paper, Text } from '@mantine/core';
import { IconListCheck } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toastProblem } from '../ui/toast';
import { useFormat } from '../ui/use-format';
import type { BoardPlace } from './board-address';
import classes from './bulk.module.css';
import { BulkDialog } from './bulk-dialog';
import { type BoardLine, boardPage } from './queries';

interface BulkBarProps {
  readonly lines: readonly BoardLine[];
  readonly total: number;
  readonly place: BoardPlace;
  readonly selection: Readonly<Record<string, boolean>>;
  readonly onSelect: (selection: Readonly<Record<string, boolean>>) => void;
  readonly hasMore: boolean;
}

/** There while rows are selected: how many, all of the filter, and what to do with them. */
export function BulkBar({ lines, total, place, selection, onSelect, hasMore }: BulkBarProps) {
  const { t } = useTranslation('board');
  const format = useFormat();
  const [opened, setOpened] = useState(false);
  const ids = Object.keys(selection).filter((id) => selection[id]);
  const all = useMutation({ mutationFn: () => everyId(place), onSuccess: (found) => onSelect(chosen(found)), onError: toastProblem });
  if (ids.length === 0) return null;
  const chooseAll = () => (hasMore ? all.mutate() : onSelect(chosen(lines.map(({ applicationId }) => applicationId))));
  return (
    <>
      <Paper className={classes.bar} shadow="md" role="region" aria-label={t('bulk.bar')}>
        <Group gap="sm" wrap="nowrap">
          <CloseButton size="sm" aria-label={t('select.none')} onClick={() => onSelect({})} />
          <Text size="sm" fw={600} role="status" className="numbers">
            {t('select.count', { count: ids.length, shown: format.number(ids.length) })}
          </Text>
          {ids.length < total && (
            <Anchor component="button" type="button" size="sm" onClick={chooseAll} disabled={all.isPending}>
              {t(all.isPending ? 'select.reading' : 'select.all', { total: format.number(total) })}
            </Anchor>
          )}
        </Group>
        <Button leftSection={<IconListCheck size={16} aria-hidden />} onClick={() => setOpened(true)}>
          {t('bulk.open')}
        </Button>
      </Paper>
      {opened && (
        <BulkDialog
          ids={ids}
          lines={lines.filter(({ applicationId }) => selection[applicationId])}
          onClose={() => setOpened(false)}
          onDone={() => onSelect({})}
        />
      )}
    </>
  );
}

const chosen = (ids: readonly string[]) => Object.fromEntries(ids.map((id) => [id, true]));

async function everyId({ filters, sort }: BoardPlace): Promise<string[]> {
  const ids: string[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: Awaited<ReturnType<typeof boardPage>> = await boardPage(filters, sort, cursor, 200);
    ids.push(...page.items.map(({ applicationId }) => applicationId));
    cursor = page.nextCursor;
  }
  return ids;
}
