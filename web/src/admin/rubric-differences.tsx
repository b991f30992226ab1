import { Select, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { QueryState } from '../ui/query-state';
import { differencesQuery, type RubricChange, type RubricVersion } from './queries';
import classes from './rubric.module.css';

interface RubricDifferencesProps {
  readonly versions: readonly RubricVersion[];
  readonly version: RubricVersion;
  readonly parent: RubricVersion | undefined;
}

/** What changed from another version to this one, normally from the one it was edited from. */
export function RubricDifferences({ versions, version, parent }: RubricDifferencesProps) {
  const { t } = useTranslation('admin');
  const others = versions.filter(({ id }) => id !== version.id);
  const [chosen, setChosen] = useState<string | null>(null);
  const from = chosen ?? parent?.id ?? others[0]?.id ?? '';
  const changes = useQuery(differencesQuery(from, version.id, version.version));
  return (
    <>
      <Select
        mb="md"
        maw={260}
        label={t('rubrics.changesFrom')}
        allowDeselect={false}
        data={others.map((one) => ({
          value: one.id,
          label: `${t('rubrics.version', { number: one.number })} · ${t(`rubrics.status.${one.status}`)}`,
        }))}
        value={from}
        onChange={setChosen}
      />
      <QueryState query={changes}>
        {(items) =>
          items.length === 0 ? (
            <Text c="dimmed">{t('rubrics.noChanges')}</Text>
          ) : (
            <ul className={classes.changes}>
              {items.map((change) => (
                <Change key={`${change.code} ${change.pointer}`} change={change} />
              ))}
            </ul>
          )
        }
      </QueryState>
    </>
  );
}

const written = (value: unknown): string =>
  value === undefined || value === null ? '–' : typeof value === 'string' ? value : JSON.stringify(value, null, 1);

function Change({ change: { code, params, before, after } }: { readonly change: RubricChange }) {
  const { t } = useTranslation('admin');
  return (
    <li>
      <Text size="sm" fw={500}>
        {t(`change.${code}`, { defaultValue: code })}
        {params['name'] !== undefined && `: ${params['name']}`}
        {params['level'] !== undefined && ` (${t('rubrics.level', { level: params['level'] })})`}
      </Text>
      <div className={classes.values}>
        <del>{written(before)}</del>
        <ins>{written(after)}</ins>
      </div>
    </li>
  );
}
