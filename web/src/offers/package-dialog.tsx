import { Alert, Button, Group, Modal, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, unwrap } from '../api/client';
import { asProblem, type Problem } from '../api/problem';
import { useChange } from '../recruiter/use-change';
import { ProblemAlert } from '../ui/problem-alert';
import { useProblemWords } from '../ui/use-problem-words';
import { type FaultAt, PackageFields } from './package-fields';
import { type Offer, OFFER_KEYS, type OfferPackage } from './queries';
import { type TypedOffer, useKeptOffer } from './use-kept-offer';
import { changedParts } from './changed-parts';

interface PackageDialogProps {
  readonly way: 'revise' | 'counter' | 'compete';
  readonly offer: Offer;
  readonly onClose: () => void;
}

/** A package written whole: ours anew, what the candidate asks for, or what somebody else offers. What was typed is kept until the server has it. */
export function PackageDialog({ way, offer, onClose }: PackageDialogProps) {
  const { t } = useTranslation('offers');
  const { t: app } = useTranslation('app');
  const words = useProblemWords();
  const [base] = useState(offer);
  const start =
    way === 'revise' && offer.status === 'countered'
      ? (offer.counters.find(({ kind }) => kind === 'counter')?.package ?? offer.package)
      : offer.package;
  const { typed, setTyped, wasKept, forget, discard } = useKeptOffer(`${way}.${offer.id}`, offer.version, { given: start, words: '', employer: '' });
  const [problem, setProblem] = useState<Problem | null>(null);
  const save = useChange(() => sendPackage(way, offer, typed), {
    keys: OFFER_KEYS,
    done: t(`edit.${way}.done`),
    then: () => {
      forget();
      onClose();
    },
  });
  const faultAt: FaultAt = (path) => {
    const fault = problem?.faults.find(({ pointer }) => pointer === `/package/${path}`);
    return fault && words.fault(fault);
  };
  const isStale = base.version !== offer.version;
  return (
    <Modal
      opened
      onClose={onClose}
      size={920}
      title={t(`edit.${way}.title`, { name: offer.candidateName })}
      closeButtonProps={{ 'aria-label': app('close') }}
      closeOnClickOutside={false}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate(undefined, { onError: (error) => setProblem(asProblem(error)) });
        }}
      >
        <Stack gap="lg">
          {wasKept && (
            <Alert color="plumb" icon={<IconHistory aria-hidden />}>
              <Group justify="space-between" gap="xs">
                <Text size="sm">{t('edit.kept')}</Text>
                <Button size="compact-sm" variant="default" onClick={discard}>
                  {t('edit.discard')}
                </Button>
              </Group>
            </Alert>
          )}
          {isStale && (
            <Alert color="amber" title={t('edit.stale')}>
              {changedParts(base.package, offer.package)
                .map((part) => t(`edit.part.${part}`))
                .join(', ') || t('edit.staleOther')}
            </Alert>
          )}
          {problem && <ProblemAlert problem={problem} />}
          <Text size="sm" c="dimmed">
            {t(`edit.${way}.text`)}
          </Text>
          {way === 'compete' && (
            <TextInput
              label={t('edit.employer')}
              required
              maxLength={200}
              value={typed.employer}
              error={problem?.faults.some(({ pointer }) => pointer === '/employer') ? t('edit.employerMissing') : undefined}
              onChange={({ currentTarget: { value } }) => setTyped({ ...typed, employer: value })}
            />
          )}
          <PackageFields value={typed.given} onChange={(given: OfferPackage) => setTyped({ ...typed, given })} faultAt={faultAt} />
          <Textarea
            label={t(`edit.${way}.words`)}
            autosize
            minRows={2}
            maxLength={2000}
            value={typed.words}
            onChange={({ currentTarget: { value } }) => setTyped({ ...typed, words: value })}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {app('cancel')}
            </Button>
            <Button type="submit" loading={save.isPending}>
              {t(`edit.${way}.submit`)}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function sendPackage(way: PackageDialogProps['way'], { id, version }: Offer, { given, words, employer }: TypedOffer): Promise<Offer> {
  const at = { params: { path: { offerId: id } }, headers: ifMatch(version) };
  const said = words === '' ? {} : { words };
  if (way === 'revise')
    return unwrap(api.PUT('/api/v1/offers/{offerId}', { ...at, body: { package: given, ...(words !== '' && { reason: words }) } }));
  if (way === 'counter') return unwrap(api.POST('/api/v1/offers/{offerId}/counter', { ...at, body: { package: given, ...said } }));
  return unwrap(api.POST('/api/v1/offers/{offerId}/competing-offers', { ...at, body: { package: given, employer, ...said } }));
}
