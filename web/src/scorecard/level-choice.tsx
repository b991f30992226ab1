import { Button, Text, UnstyledButton } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { IconBook2 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useEditor, useRating } from './editor-context';
import classes from './level-choice.module.css';
import type { KitCriterion } from './queries';

/** Every level with what it looks like, in sight while one chooses; "not assessed" is one of them. */
export function LevelChoice({ criterion }: { readonly criterion: KitCriterion }) {
  const { t } = useTranslation('scorecard');
  const { kit, faultAt } = useEditor();
  const [rating, setRating] = useRating(criterion.key);
  const [withExamples, setWithExamples] = useLocalStorage({ key: 'plumbline.examples', defaultValue: false });
  const fault = faultAt(`ratings/${criterion.key}/level`);
  const name = `level-${criterion.key}`;
  const choose = (level: number | null) => setRating((now) => ({ ...now, level }));
  return (
    <div>
      <div className={classes.legend}>
        <span id={`${name}-name`}>{t('level.legend')}</span>
        <Button
          size="compact-xs"
          variant="subtle"
          leftSection={<IconBook2 size={14} aria-hidden />}
          aria-pressed={withExamples}
          onClick={() => setWithExamples(!withExamples)}
        >
          {t(withExamples ? 'level.hideExamples' : 'level.showExamples')}
        </Button>
      </div>
      {fault !== null && (
        <Text size="sm" c="var(--mantine-color-error)" id={`${name}-fault`}>
          {fault}
        </Text>
      )}
      <div
        role="radiogroup"
        aria-labelledby={`${name}-name`}
        aria-describedby={fault === null ? undefined : `${name}-fault`}
        className={classes.options}
      >
        {Array.from({ length: kit.scale.levels }, (_, index) => index + 1).map((level) => {
          const anchor = criterion.anchors.find((one) => one.level === level);
          return (
            <label key={level} className={classes.option} data-level={level}>
              <input type="radio" name={name} className={classes.input} checked={rating.level === level} onChange={() => choose(level)} />
              <kbd className={classes.key} aria-hidden>
                {level}
              </kbd>
              <span className={classes.words}>
                <span className={classes.label}>{kit.scale.labels[level - 1] ?? t('level.nth', { level })}</span>
                <span className={classes.anchor}>{anchor?.description}</span>
                {withExamples && anchor && (
                  <span className={classes.examples}>
                    <span>
                      <b>{t('level.poor')}</b> {anchor.poorExample}
                    </span>
                    <span>
                      <b>{t('level.good')}</b> {anchor.goodExample}
                    </span>
                  </span>
                )}
              </span>
            </label>
          );
        })}
        <label className={classes.option} data-level="none">
          <input type="radio" name={name} className={classes.input} checked={rating.level === null} onChange={() => choose(null)} />
          <kbd className={classes.key} aria-hidden>
            0
          </kbd>
          <span className={classes.words}>
            <span className={classes.label}>{t('level.notAssessed')}</span>
            <span className={classes.anchor}>{t('level.notAssessedText')}</span>
          </span>
        </label>
      </div>
      {rating.level !== undefined && (
        <UnstyledButton className={classes.clear} onClick={() => setRating(({ level: _, ...rest }) => rest)}>
          {t('level.clear')}
        </UnstyledButton>
      )}
    </div>
  );
}
