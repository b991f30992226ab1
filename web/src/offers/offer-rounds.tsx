import { Text, Title, UnstyledButton, Collapse } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../ui/use-format';
import classes from './offers.module.css';
import { PackageView } from './package-view';
import type { Offer, OfferPackage } from './queries';
import { useMoney } from './use-money';

interface Step {
  readonly key: string;
  readonly kind: 'offer' | 'counter' | 'competing';
  readonly roundNumber: number;
  readonly title: string;
  readonly words: string;
  readonly by: string;
  readonly at: string;
  readonly given: OfferPackage;
}

/** Round by round: what we offered, what the candidate asked for, and what others offer. The latest first. */
export function OfferRounds({ offer }: { readonly offer: Offer }) {
  const { t } = useTranslation('offers');
  const steps: readonly Step[] = [
    ...offer.revisions.map(({ number, roundNumber, package: given, reason, by, at }) => ({
      key: `r${number}`,
      kind: 'offer' as const,
      roundNumber,
      title: t('rounds.revision', { revision: number }),
      words: reason,
      by: by.name,
      at,
      given,
    })),
    ...offer.counters.map(({ id, kind, roundNumber, employer, package: given, words, by, at }) => ({
      key: id,
      kind,
      roundNumber,
      title: kind === 'counter' ? t('rounds.counter', { name: offer.candidateName }) : t('rounds.competing', { employer }),
      words,
      by: by.name,
      at,
      given,
    })),
  ];
  const rounds = [...new Set(steps.map(({ roundNumber }) => roundNumber))].sort((a, b) => b - a);
  return (
    <section aria-labelledby="offer-rounds">
      <Title order={3} id="offer-rounds" mb="xs">
        {t('rounds.title')}
      </Title>
      {rounds.map((round) => (
        <div key={round}>
          <Text size="xs" c="dimmed" fw={600} mt="xs" mb={4}>
            {t('rounds.round', { round })}
          </Text>
          <ol className={classes.steps}>
            {steps
              .filter(({ roundNumber }) => roundNumber === round)
              .sort((a, b) => b.at.localeCompare(a.at) || Number(b.key.slice(1)) - Number(a.key.slice(1)))
              .map((step) => (
                <StepRow key={step.key} step={step} />
              ))}
          </ol>
        </div>
      ))}
    </section>
  );
}

function StepRow({ step }: { readonly step: Step }) {
  const { t } = useTranslation('offers');
  const format = useFormat();
  const { money } = useMoney();
  const [opened, setOpened] = useState(false);
  const id = useId();
  const { kind, title, words, by, at, given } = step;
  return (
    <li data-kind={kind}>
      <UnstyledButton className={classes.step} aria-expanded={opened} aria-controls={id} onClick={() => setOpened(!opened)}>
        <IconChevronRight size={14} aria-hidden data-opened={opened || undefined} />
        <span className={classes.stepTitle}>
          <Text span size="sm" fw={600}>
            {title}
          </Text>{' '}
          <Text span size="sm" className="numbers">
            {t('package.aYear', { amount: money(given.base, given.currency) })}
          </Text>
        </span>
        <Text span size="xs" c="dimmed" className="numbers">
          {by} · {format.dateTime(at)}
        </Text>
      </UnstyledButton>
      {words !== '' && (
        <Text size="sm" c="dimmed" className={`typed ${classes.stepWords ?? ''}`}>
          {words}
        </Text>
      )}
      <Collapse expanded={opened} id={id}>
        {opened && (
          <div className={classes.stepBody}>
            <PackageView given={given} />
          </div>
        )}
      </Collapse>
    </li>
  );
}
