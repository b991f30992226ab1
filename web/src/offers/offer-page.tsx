import { Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../ui/use-format';
import { ApprovalSection } from './approval-section';
import { BandCheck } from './band-check';
import { ComparisonSection } from './comparison-section';
import { type OfferDialog, OfferMoves } from './offer-moves';
import { OfferStatusBadge } from './offer-status-badge';
import { OfferRounds } from './offer-rounds';
import classes from './offers.module.css';
import { PackageDialog } from './package-dialog';
import { PackageView } from './package-view';
import type { Offer } from './queries';

/** One offer: what is on the table, whether it fits the band, who must approve it, and how it came to that. */
export function OfferPage({ offer, startsEditing }: { readonly offer: Offer; readonly startsEditing: boolean }) {
  const { t } = useTranslation('offers');
  const format = useFormat();
  const [dialog, setDialog] = useState<OfferDialog | null>(startsEditing ? 'revise' : null);
  const { status, roundNumber, revision, expiresAt, extendedAt, endedAt, endedBecause, approveBy } = offer;
  const close = () => setDialog(null);
  const when = [
    t('roundAndRevision', { round: roundNumber, revision }),
    status === 'awaiting_approval' && approveBy !== null ? t('approveBy', { at: format.dateTime(approveBy) }) : '',
    extendedAt === null ? '' : t('extendedAt', { at: format.dateTime(extendedAt) }),
    expiresAt === null || endedAt !== null ? '' : t('expires', { at: format.dateTime(expiresAt) }),
    endedAt === null ? '' : t('endedAt', { at: format.dateTime(endedAt) }),
  ];
  return (
    <Stack gap="xl">
      <Group justify="space-between" align="flex-start" gap="sm">
        <div className={classes.heading}>
          <Group gap="xs">
            <Title order={2} size="h2">
              {t('title')}
            </Title>
            <OfferStatusBadge status={status} />
          </Group>
          <Text size="sm" c="dimmed">
            {when.filter((part) => part !== '').join(' · ')}
          </Text>
          {endedBecause !== null && endedBecause !== '' && (
            <Text size="sm" className="typed" mt={4}>
              {endedBecause}
            </Text>
          )}
        </div>
        <OfferMoves offer={offer} dialog={dialog} onOpen={setDialog} onClose={close} />
      </Group>
      <div className={classes.two}>
        <section aria-labelledby="package">
          <Title order={3} id="package" mb="xs">
            {t('package.title')}
          </Title>
          <PackageView given={offer.package} />
        </section>
        <Stack gap="lg">
          <BandCheck offer={offer} />
          <ApprovalSection offer={offer} />
        </Stack>
      </div>
      <ComparisonSection offerId={offer.id} version={offer.version} />
      <OfferRounds offer={offer} />
      {(dialog === 'revise' || dialog === 'counter' || dialog === 'compete') && <PackageDialog way={dialog} offer={offer} onClose={close} />}
    </Stack>
  );
}
