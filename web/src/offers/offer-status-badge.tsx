import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Offer } from './queries';

const COLORS: Readonly<Partial<Record<Offer['status'], string>>> = {
  awaiting_approval: 'amber',
  approved: 'plumb',
  extended: 'plumb',
  countered: 'amber',
  halted: 'red',
  accepted: 'green',
};

export function OfferStatusBadge({ status }: { readonly status: Offer['status'] }) {
  const { t } = useTranslation('offers');
  return <Badge color={COLORS[status] ?? 'gray'}>{t(`status.${status}`)}</Badge>;
}
