import { Group, SegmentedControl, Stack, Text, Textarea, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { VERDICTS } from '../api/card-content';
import { useEditor } from './editor-context';
import classes from './level-choice.module.css';
import { withField } from './merge-cards';

/** The interviewer's overall call, in their own words; and the round's yes/no facts, which rate nothing. */
export function VerdictSection() {
  const { t } = useTranslation('scorecard');
  const { card, change, kit, faultAt } = useEditor();
  const fault = faultAt('verdict');
  return (
    <Stack gap="lg">
      <div>
        <Title order={2} tabIndex={-1} id="section-title">
          {t('verdict.title')}
        </Title>
        <Text size="sm" c="dimmed">
          {t('verdict.text')}
        </Text>
      </div>
      <div>
        <div className={classes.legend} id="verdict-name">
          {t('verdict.legend')}
        </div>
        {fault !== null && (
          <Text size="sm" c="var(--mantine-color-error)" id="verdict-fault">
            {fault}
          </Text>
        )}
        <div
          role="radiogroup"
          aria-labelledby="verdict-name"
          aria-describedby={fault === null ? undefined : 'verdict-fault'}
          className={classes.options}
        >
          {VERDICTS.map((verdict, index) => (
            <label key={verdict} className={classes.option}>
              <input
                type="radio"
                name="verdict"
                className={classes.input}
                checked={card.verdict === verdict}
                onChange={() => change((now) => ({ ...now, verdict }))}
              />
              <kbd className={classes.key} aria-hidden>
                {VERDICTS.length - index}
              </kbd>
              <span className={classes.words}>
                <span className={classes.label}>{t(`verdict.${verdict}`)}</span>
                <span className={classes.anchor}>{t(`verdict.${verdict}Text`)}</span>
              </span>
            </label>
          ))}
        </div>
      </div>
      <Textarea
        label={t('verdict.summary')}
        description={t('verdict.summaryText')}
        autosize
        minRows={4}
        maxRows={30}
        value={card.summary}
        error={faultAt('summary')}
        onChange={(event) => {
          const summary = event.currentTarget.value;
          change((now) => ({ ...now, summary }));
        }}
      />
      {kit.round.facts.length > 0 && (
        <section aria-labelledby="facts-title">
          <Title order={3} id="facts-title" mb={2}>
            {t('facts.title')}
          </Title>
          <Text size="sm" c="dimmed" mb="sm">
            {t('facts.text')}
          </Text>
          <Stack gap="xs">
            {kit.round.facts.map((fact) => (
              <Group key={fact.key} justify="space-between" gap="sm">
                <Text size="sm" id={`fact-${fact.key}`}>
                  {fact.name}
                </Text>
                <SegmentedControl
                  size="xs"
                  aria-labelledby={`fact-${fact.key}`}
                  value={card.facts[fact.key] === undefined ? '' : String(card.facts[fact.key])}
                  onChange={(value) => change((now) => withField(now, `facts/${fact.key}`, value === '' ? undefined : value === 'true'))}
                  data={[
                    { value: 'true', label: t('yes') },
                    { value: 'false', label: t('no') },
                    { value: '', label: t('open') },
                  ]}
                />
              </Group>
            ))}
          </Stack>
        </section>
      )}
    </Stack>
  );
}
