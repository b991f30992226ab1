import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** Marks a panel member's training seat. */
export function TrainingBadge({ training }: { readonly training: 'shadow' | 'reverse_shadow' | null }) {
  const { t } = useTranslation('recruiter');
  return training === null ? null : (
    <Badge size="sm" color="gray">
      {t(`panel.training.${training}`)}
    </Badge>
  );
}
