import { Badge, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RubricContent } from '../api/rubric-content';
import classes from './rubric.module.css';

type Criterion = RubricContent['criteria'][number];

/** A rubric as an interviewer meets it: every criterion with every level's anchor. */
export function RubricReading({ content }: { readonly content: RubricContent }) {
  const { t } = useTranslation('admin');
  const { scale, criteria, signals, evidenceForms } = content;
  return (
    <Stack gap="xl">
      <Text size="sm" c="dimmed">
        {[
          t('rubrics.levels', { count: scale.levels }),
          t('rubrics.criteria', { count: criteria.length }),
          t('rubrics.signals', { count: signals.length }),
          t('rubrics.forms', { count: evidenceForms.length }),
        ].join(' · ')}
      </Text>
      {criteria.map((criterion) => (
        <CriterionReading key={criterion.key} criterion={criterion} labels={scale.labels} />
      ))}
      {signals.length > 0 && (
        <section aria-labelledby="signals">
          <Title order={2} size="h3" id="signals" mb="xs">
            {t('rubrics.signalsTitle')}
          </Title>
          <Stack gap="sm">
            {signals.map(({ key, name, kind, description }) => (
              <Paper key={key} p="md">
                <Group gap="xs">
                  <Text fw={600}>{name ?? key}</Text>
                  <Badge color="gray">{t(`rubrics.signal.${kind}`)}</Badge>
                </Group>
                <Text size="sm" c="dimmed">
                  {description}
                </Text>
              </Paper>
            ))}
          </Stack>
        </section>
      )}
    </Stack>
  );
}

function CriterionReading({ criterion, labels }: { readonly criterion: Criterion; readonly labels: readonly string[] }) {
  const { t } = useTranslation('admin');
  const { key, name, description, weight = 1, required = false, evidence = 'optional', anchors } = criterion;
  const facts = [t('rubrics.weight', { weight }), ...(required ? [t('rubrics.required')] : []), t(`rubrics.evidence.${evidence}`)];
  return (
    <section aria-labelledby={`criterion-${key}`}>
      <Title order={2} size="h3" id={`criterion-${key}`}>
        {name}
      </Title>
      <Text size="xs" c="dimmed">
        {facts.join(' · ')}
      </Text>
      <Text size="sm" my="xs" maw={760} className="typed">
        {description}
      </Text>
      <ol className={classes.anchors}>
        {[...anchors]
          .sort((a, b) => a.level - b.level)
          .map((anchor) => (
            <li key={anchor.level} className={classes.anchor}>
              <Text size="xs" fw={600} className="numbers">
                {anchor.level} · {labels[anchor.level - 1]}
              </Text>
              <Text size="sm" className="typed">
                {anchor.description}
              </Text>
              {anchor.goodExample !== '' && (
                <Text size="xs" className="typed">
                  <Text span inherit fw={600} className={classes.good}>
                    {t('rubrics.good')}
                  </Text>{' '}
                  {anchor.goodExample}
                </Text>
              )}
              {anchor.poorExample !== '' && (
                <Text size="xs" className="typed">
                  <Text span inherit fw={600} className={classes.poor}>
                    {t('rubrics.poor')}
                  </Text>{' '}
                  {anchor.poorExample}
                </Text>
              )}
            </li>
          ))}
      </ol>
    </section>
  );
}
