import { Button, SegmentedControl, Stack } from '@mantine/core';
import { IconFileDollar } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, newKey, once, unwrap } from '../api/client';
import { useChange } from '../recruiter/use-change';
import { EmptyScreen } from '../ui/empty-screen';
import { QueryState } from '../ui/query-state';
import { toastProblem } from '../ui/toast';
import { useFormat } from '../ui/use-format';
import { OfferPage } from './offer-page';
import { type ApplicationOffers, OFFER_KEYS, offerQuery } from './queries';

/** An application's offers: the one on the way, or over, and those before it. */
export function OffersTab({ applicationId, offers }: { readonly applicationId: string; readonly offers: ApplicationOffers }) {
  const { t } = useTranslation('offers');
  const format = useFormat();
  const client = useQueryClient();
  const [chosen, setChosen] = useState<string | null>(null);
  const [isNew, setNew] = useState(false);
  const { items, abilities } = offers;
  const draft = useChange(
    () => unwrap(api.POST('/api/v1/applications/{applicationId}/offers', { params: { path: { applicationId } }, headers: once(newKey()), body: {} })),
    {
      keys: OFFER_KEYS,
      done: t('drafted'),
      then: (offer) => {
        client.setQueryData(offerQuery(offer.id).queryKey, offer);
        setChosen(offer.id);
        setNew(true);
      },
    },
  );
  const begin = abilities.draft && (
    <Button loading={draft.isPending} onClick={() => draft.mutate(undefined, { onError: toastProblem })}>
      {t('draft')}
    </Button>
  );
  const shown = items.find(({ id }) => id === chosen) ?? items[0];
  if (!shown)
    return (
      <EmptyScreen icon={IconFileDollar} title={t('empty.title')} text={t(abilities.draft ? 'empty.ready' : 'empty.notYet')}>
        {begin || undefined}
      </EmptyScreen>
    );
  return (
    <Stack gap="md">
      {(items.length > 1 || begin) && (
        <Stack gap="xs" align="flex-start">
          {items.length > 1 && (
            <SegmentedControl
              aria-label={t('which')}
              value={shown.id}
              onChange={setChosen}
              data={items.map(({ id, status, createdAt }) => ({ value: id, label: `${format.date(createdAt)} · ${t(`status.${status}`)}` }))}
            />
          )}
          {begin}
        </Stack>
      )}
      <ShownOffer key={shown.id} offerId={shown.id} isNew={isNew && shown.id === chosen} />
    </Stack>
  );
}

function ShownOffer({ offerId, isNew }: { readonly offerId: string; readonly isNew: boolean }) {
  return <QueryState query={useQuery(offerQuery(offerId))}>{(offer) => <OfferPage offer={offer} startsEditing={isNew} />}</QueryState>;
}
