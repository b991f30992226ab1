import { UnstyledButton } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './feedback.module.css';
import { type EvidenceMark, MARKS } from './queries';

interface MarkChoiceProps {
  /** Which piece of evidence, for those who hear the choice alone. */
  readonly of: string;
  readonly mine: EvidenceMark | null;
  /** Null takes it back. */
  readonly onMark: (mark: EvidenceMark | null) => void;
}

/** What I make of a piece of evidence, in one press; pressed again it is taken back. */
export function MarkChoice({ of, mine, onMark }: MarkChoiceProps) {
  const { t } = useTranslation('feedback');
  return (
    <div role="group" aria-label={t('choice.of', { of })} className={classes.choice}>
      <span className={classes.label}>{t('choice.label')}</span>
      {MARKS.map((mark) => (
        <UnstyledButton
          key={mark}
          className={classes.mark}
          aria-pressed={mine === mark}
          title={t(mine === mark ? 'choice.takeBack' : `choice.text.${mark}`)}
          onClick={() => onMark(mine === mark ? null : mark)}
        >
          {mine === mark && <IconCheck size={13} stroke={2.5} aria-hidden />}
          {t(`mark.${mark}`)}
        </UnstyledButton>
      ))}
    </div>
  );
}
