import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import list from '../ui/list.module.css';
import { PageHeader } from '../ui/page-header';
import { QueryState } from '../ui/query-state';
import classes from './templates.module.css';
import { templatesQuery } from './queries';

/** Whole processes to start from: job, rounds, rubric, kits. */
export function Component() {
  const { t } = useTranslation('admin');
  return (
    <>
      <PageHeader title={t('templates.title')} text={t('templates.text')} />
      <QueryState query={useQuery(templatesQuery)}>
        {(items) => (
          <ul className={classes.gallery}>
            {items.map(({ key, name, summary, jobTitle, rounds, criteria }) => (
              <li key={key} className={classes.pack}>
                <Text component="h2" fw={600}>
                  <Link to={`/admin/templates/${key}`} className={list.link}>
                    {name}
                  </Link>
                </Text>
                <Text size="xs" c="dimmed">
                  {[jobTitle, t('templates.holds', { rounds, criteria })].join(' · ')}
                </Text>
                <Text size="sm" lineClamp={5}>
                  {summary}
                </Text>
              </li>
            ))}
          </ul>
        )}
      </QueryState>
    </>
  );
}
