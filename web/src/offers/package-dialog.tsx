import { Alert, Button, Group, Modal, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, unwrap } from '../api/client';
import { asProblem, type Problem } from '../api/problem';
import { useChange } from '../recruiter/use-change';
import { ProblemAlert } from '../ui/problem-alert';
import { useFormat } from '../ui/use-format';
import { useProblemWords } from '../ui/use-problem-words';
import { type FaultAt, PackageFields } from './package-fields';
import { type Offer, OFFER_KEYS, type OfferPackage } from './queries';
import { type TypedOffer, useKeptOffer } from './use-kept-offer';
import { changedParts, type PackagePart, type Sides, withTheirs } from './changed-parts';
import { PackageConflict } from './package-conflict';

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
  const format = useFormat();
  const start =
    way === 'revise' && offer.status === 'countered'
      ? (offer.counters.find(({ kind }) => kind === 'counter')?.package ?? offer.package)
      : offer.package;
  const { typed, setTyped, wasKept, forget, discard } = useKeptOffer(`${way}.${offer.id}`, offer.version, {
    given: start,
    words: '',
    employer: '',
    from: { package: offer.package, version: offer.version },
  });
  const meanwhile = useMeanwhile(way, offer, typed, setTyped);
  const [problem, setProblem] = useState<Problem | null>(null);
  const save = useChange(() => sendPackage(way, offer.id, meanwhile.version, typed), {
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
          {meanwhile.sides && <PackageConflict sides={meanwhile.sides} parts={meanwhile.contested} onSettle={meanwhile.settle} />}
          {meanwhile.taken.length > 0 && (
            <Alert color="amber" title={t('edit.stale')}>
              {t('edit.taken', { parts: format.list(meanwhile.taken.map((part) => t(`edit.part.${part}`))) })}
            </Alert>
          )}
          {problem && problem.code !== 'version_conflict' && <ProblemAlert problem={problem} />}
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

function sendPackage(way: PackageDialogProps['way'], id: string, version: number, { given, words, employer }: TypedOffer): Promise<Offer> {
  const at = { params: { path: { offerId: id } }, headers: ifMatch(version) };
  const said = words === '' ? {} : { words };
  if (way === 'revise')
    return unwrap(api.PUT('/api/v1/offers/{offerId}', { ...at, body: { package: given, ...(words !== '' && { reason: words }) } }));
  if (way === 'counter') return unwrap(api.POST('/api/v1/offers/{offerId}/counter', { ...at, body: { package: given, ...said } }));
  return unwrap(api.POST('/api/v1/offers/{offerId}/competing-offers', { ...at, body: { package: given, employer, ...said } }));
}

/**
 * What somebody else saved while this was typed. What only they changed is taken over and said; what both changed is asked about. Only our own
 * package is written over: what the candidate asks for, or somebody else offers, stands beside it.
 */
function useMeanwhile(way: PackageDialogProps['way'], offer: Offer, typed: TypedOffer, setTyped: (content: TypedOffer) => void) {
  const [taken, setTaken] = useState<readonly PackagePart[]>([]);
  const { from } = typed;
  const isStale = way === 'revise' && from !== undefined && from.version !== offer.version;
  const sides: Sides<OfferPackage> | null = isStale ? { base: from.package, mine: typed.given, theirs: offer.package } : null;
  const changed = sides && changedParts(sides);
  const settle = (theirs: readonly PackagePart[]) => {
    if (!sides || !changed) return;
    const parts = [...changed.taken, ...theirs];
    setTaken(parts);
    setTyped({ ...typed, given: withTheirs(sides, parts), from: { package: offer.package, version: offer.version } });
  };
  const isAsked = changed !== null && changed.contested.length > 0;
  useEffect(() => {
    if (isStale && !isAsked) settle([]);
  });
  return {
    taken,
    sides: isAsked ? sides : null,
    contested: changed?.contested ?? [],
    settle,
    version: way === 'revise' ? (from?.version ?? offer.version) : offer.version,
  };
}
