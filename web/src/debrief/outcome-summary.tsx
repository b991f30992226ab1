import { Anchor, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../ui/use-format';
import classes from './outcome-summary.module.css';
import { OutcomeScale } from './outcome-scale';
import { useRoom } from './room';

/** What the rules recommend, how firmly it stands, and what stands in its way. */
export function OutcomeSummary() {
  const { t } = useTranslation('debrief');
  const format = useFormat();
  const { recommendation, rubric, goInto } = useRoom();
  const { outcome, deciding } = recommendation;
  const signal = rubric.signals.find(({ key }) => key === deciding.key);
  return (
    <section className={classes.card} aria-labelledby="outcome-title">
      <div className={classes.outcome} data-outcome={outcome}>
        <Text size="xs" c="dimmed">
          {t('summary.rules')}
        </Text>
        <Title order={2} id="outcome-title" className={classes.title}>
          {t(`outcome.${outcome}`)}
        </Title>
        <Text size="sm" c="dimmed" className="numbers">
          {deciding.value === null
            ? t('summary.noValue')
            : t('summary.value', {
                name: deciding.key === 'overall' ? t('summary.overall') : (signal?.name ?? deciding.key),
                value: format.number(deciding.value, 3),
              })}
        </Text>
        {deciding.value !== null && <OutcomeScale value={deciding.value} />}
        <Anchor component="button" type="button" size="sm" ta="start" onClick={() => goInto('reasons')}>
          {t('summary.steps')}
        </Anchor>
      </div>
      <Facts />
    </section>
  );
}

function Facts() {
  const { t } = useTranslation('debrief');
  const { recommendation, rubric, answer, criterionName, authorOf } = useRoom();
  const { stability, gates, missing, outcome } = recommendation;
  const changed = stability.leaveOneOut.filter((without) => without.outcome !== outcome);
  const triggered = gates.filter((gate) => gate.triggered);
  const gateName = (key: string) => rubric.gates.find((gate) => gate.key === key)?.name ?? key;
  const format = useFormat();
  const missingWords = (one: (typeof missing)[number]) => {
    if (one.kind === 'deciding') return t('missing.deciding');
    if (one.kind === 'raters')
      return t('missing.raters', {
        criterion: criterionName(one.criterion),
        have: one.have,
        need: one.need,
      });
    if (one.kind === 'scorecard') return t('missing.scorecard', { name: authorOf(one.scorecard) });
    return t('missing.evidence', {
      name: authorOf(one.scorecard),
      criterion: criterionName(one.criterion),
    });
  };
  return (
    <dl className={classes.facts}>
      <Fact name={t('summary.flip')} tone={stability.minimumFlips?.count === 1 ? 'warn' : undefined}>
        {stability.minimumFlips === null
          ? t(outcome === 'insufficient_evidence' ? 'summary.flipUnknown' : 'summary.flipNone')
          : t('summary.flipBy', {
              count: stability.minimumFlips.count,
              outcome: t(`outcome.${stability.minimumFlips.outcome}`),
            })}
      </Fact>
      <Fact name={t('summary.without')} tone={changed.length > 0 ? 'warn' : undefined}>
        {changed.length === 0
          ? t('summary.withoutSame', { count: stability.leaveOneOut.length })
          : t('summary.withoutOther', {
              count: changed.length,
              of: stability.leaveOneOut.length,
              names: format.list(changed.map(({ scorecard }) => authorOf(scorecard))),
            })}
      </Fact>
      <Fact name={t('summary.gates')} tone={triggered.length > 0 ? 'bad' : undefined}>
        {gates.length === 0
          ? t('summary.gatesNone')
          : triggered.length === 0
            ? t('summary.gatesClear', { count: gates.length })
            : format.list(triggered.map(({ key }) => gateName(key)))}
      </Fact>
      <Fact name={t('summary.missing')} tone={missing.length > 0 ? 'bad' : undefined}>
        {missing.length === 0 ? t('summary.missingNone') : missing.map((one, index) => <div key={index}>{missingWords(one)}</div>)}
      </Fact>
      {answer.unexposed.differs && (
        <Fact name={t('summary.unexposed')} tone="warn">
          {t('summary.unexposedDiffers', { outcome: t(`outcome.${answer.unexposed.outcome}`) })}
        </Fact>
      )}
    </dl>
  );
}

function Fact({ name, tone, children }: { readonly name: string; readonly tone?: 'warn' | 'bad' | undefined; readonly children: ReactNode }) {
  return (
    <div data-tone={tone}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
