import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ApplicationStatus, Interview, JobStatus } from './queries';

const COLORS: Readonly<Record<ApplicationStatus | Interview['status'] | JobStatus, string>> = {
  active: 'plumb',
  on_hold: 'amber',
  offered: 'green',
  hired: 'green',
  rejected: 'gray',
  withdrawn: 'gray',
  planned: 'gray',
  scheduled: 'plumb',
  held: 'green',
  cancelled: 'gray',
  no_show: 'amber',
  draft: 'gray',
  open: 'green',
  closed: 'gray',
  archived: 'gray',
};

type Shown =
  | { readonly of: 'application'; readonly status: ApplicationStatus }
  | { readonly of: 'interview'; readonly status: Interview['status'] }
  | { readonly of: 'job'; readonly status: JobStatus };

/** Where something stands, in a word. */
export function StatusBadge(shown: Shown) {
  const { t } = useTranslation('recruiter');
  return (
    <Badge color={COLORS[shown.status]} style={{ flexShrink: 0 }}>
      {t(`status.${shown.of}.${shown.status}`)}
    </Badge>
  );
}
