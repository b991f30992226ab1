import { Badge, Text, Title } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { EmptyScreen } from '../ui/empty-screen';
import { MorePages } from '../ui/more-pages';
import { PageHeader } from '../ui/page-header';
import { ProblemAlert } from '../ui/problem-alert';
import { RowsSkeleton } from '../ui/screen-skeleton';
import { useFormat } from '../ui/use-format';
import classes from './imports.module.css';
import { DataTabs } from './data-tabs';
import { type Import, importsQuery } from './queries';
import { UploadForm } from './upload-form';

export const STATE_COLORS: Readonly<Record<Import['state'], string>> = {
  uploading: 'gray',
  reading: 'gray',
  needs_mapping: 'amber',
  planned: 'amber',
  running: 'plumb',
  done: 'green',
  failed: 'red',
  cancelled: 'gray',
};

/** Bring in what another system holds, and find the imports made before. */
export function Component() {
  const { t } = useTranslation('imports');
  return (
    <>
      <PageHeader title={t('title')} text={t('text')} />
      <DataTabs here="/imports" />
      <UploadForm />
      <Past />
    </>
  );
}

function Past() {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const imports = useInfiniteQuery(importsQuery);
  const items = imports.data?.pages.flatMap((page) => page.items);
  return (
    <section aria-labelledby="past">
      <Title order={2} id="past" mt="xl" mb="xs">
        {t('past.title')}
      </Title>
      {imports.isError && <ProblemAlert problem={imports.error} onRetry={() => void imports.refetch()} />}
      {imports.isPending && (
        <div aria-busy="true">
          <RowsSkeleton rows={3} height={52} />
        </div>
      )}
      {items?.length === 0 && <EmptyScreen icon={IconFileImport} title={t('past.empty')} text={t('past.emptyText')} />}
      {items && items.length > 0 && (
        <ul className={classes.list}>
          {items.map(({ id, source, system, state, createdAt, finishedAt }) => (
            <li key={id} className={classes.row}>
              <div className={classes.grow}>
                <Link to={`/imports/${id}`} className={classes.link}>
                  {t('past.of', { source: t(`source.${source}`), date: format.dateTime(createdAt) })}
                </Link>
                {system !== source && (
                  <Text size="xs" c="dimmed">
                    {system}
                  </Text>
                )}
              </div>
              <Badge color={STATE_COLORS[state]}>{t(`state.${state}`)}</Badge>
              <Text size="xs" c="dimmed" className={classes.when}>
                {finishedAt === null ? '' : format.fromNow(finishedAt)}
              </Text>
            </li>
          ))}
        </ul>
      )}
      <MorePages query={imports}>{t('more')}</MorePages>
    </section>
  );
}
