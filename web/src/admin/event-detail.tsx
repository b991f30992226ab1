import { Anchor, Button, Code, Skeleton, Table, Text } from '@mantine/core';
import { IconClockHour4 } from '@tabler/icons-react';
import { Suspense, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../ui/use-format';
import { WideTable } from '../ui/wide-table';
import classes from './history.module.css';
import { PastState } from './past-state';
import type { HistoryEvent, PastKind } from './queries';

/** What can be shown as it stood at a past time. */
const REBUILT: readonly PastKind[] = ['scorecard', 'debrief'];

type Values = Readonly<Record<string, unknown>>;

function isValues(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const written = (value: unknown): string => (value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value, null, 1));

/** Before and after side by side, then the rest of what was recorded, who did it, and how they came in. */
export function EventDetail({ event }: { readonly event: HistoryEvent }) {
  const { t } = useTranslation('admin');
  const format = useFormat();
  const { payload, at, type, actor, reason, subjectKind, subjectId, applicationId, onBehalfOf, id } = event;
  const rebuilt = REBUILT.find((kind) => kind === subjectKind);
  const [isLooking, setLooking] = useState(false);
  const pastId = useId();
  const { before, after, ...rest } = payload as Values;
  const facts: (readonly [string, string])[] = [
    [t('history.when'), format.exact(at)],
    [t('history.who'), t(`history.via.${actor.via}`, { name: actor.name, defaultValue: actor.name })],
    ...(onBehalfOf === null ? [] : [[t('history.onBehalf'), onBehalfOf] as const]),
    ...(reason === null || reason === '' ? [] : [[t('history.reason'), reason] as const]),
  ];
  return (
    <div className={classes.detail}>
      <dl className={classes.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="typed">{value}</dd>
          </div>
        ))}
      </dl>
      {rebuilt !== undefined && (
        <Button
          size="compact-sm"
          variant="default"
          mb="xs"
          leftSection={<IconClockHour4 size={14} aria-hidden />}
          aria-expanded={isLooking}
          aria-controls={pastId}
          onClick={() => setLooking(!isLooking)}
        >
          {t(isLooking ? 'past.hide' : 'past.show')}
        </Button>
      )}
      <div className={isLooking ? classes.beside : undefined}>
        <div>
          {(before !== undefined || after !== undefined) && <Changes before={before} after={after} />}
          {Object.keys(rest).length > 0 && (
            <Code block className={classes.code}>
              {JSON.stringify(rest, null, 2)}
            </Code>
          )}
        </div>
        <div id={pastId}>
          {rebuilt !== undefined && isLooking && (
            <Suspense fallback={<Skeleton height={160} radius="md" />}>
              <PastState kind={rebuilt} id={subjectId} at={at} />
            </Suspense>
          )}
        </div>
      </div>
      <Text size="xs" c="dimmed" mt={6} style={{ overflowWrap: 'anywhere' }}>
        {type} · {t(`subject.${subjectKind}`, { defaultValue: subjectKind })} {subjectId} · {id}
        {applicationId !== null && (
          <>
            {' · '}
            <Anchor component={Link} to={`/applications/${applicationId}`} size="xs" underline="always">
              {t('history.application')}
            </Anchor>
          </>
        )}
      </Text>
    </div>
  );
}

function Changes({ before, after }: { readonly before: unknown; readonly after: unknown }) {
  const { t } = useTranslation('admin');
  const [old, now] = [isValues(before) ? before : { value: before }, isValues(after) ? after : { value: after }];
  const keys = [...new Set([...Object.keys(old), ...Object.keys(now)])].filter((key) => JSON.stringify(old[key]) !== JSON.stringify(now[key]));
  if (keys.length === 0) return null;
  return (
    <WideTable minWidth={300} label={t('history.changes')}>
      <Table className={classes.changes} verticalSpacing={4} withTableBorder>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('history.field')}</Table.Th>
            <Table.Th>{t('history.before')}</Table.Th>
            <Table.Th>{t('history.after')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {keys.map((key) => (
            <Table.Tr key={key}>
              <Table.Th scope="row" fw={500}>
                {key}
              </Table.Th>
              <Table.Td className={classes.before}>{written(old[key]) || '–'}</Table.Td>
              <Table.Td className={classes.after}>{written(now[key]) || '–'}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </WideTable>
  );
}
