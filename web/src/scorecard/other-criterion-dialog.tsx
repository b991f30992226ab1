import { Modal, Text, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Criterion } from '../api/rubric-content';
import classes from './other-criterion-dialog.module.css';

interface OtherCriterionDialogProps {
  readonly offered: readonly Criterion[];
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onChoose: (criterion: string) => void;
}

/** Chooses a criterion of another round to rate as well. The focus goes on to it, not back to where one came from. */
export function OtherCriterionDialog({ offered, opened, onClose, onChoose }: OtherCriterionDialogProps) {
  const { t } = useTranslation('scorecard');
  return (
    <Modal opened={opened} onClose={onClose} title={t('other.title')} returnFocus={false} closeButtonProps={{ 'aria-label': t('app:close') }}>
      <Text size="sm" c="dimmed" mb="sm">
        {t('other.text')}
      </Text>
      <ul className={classes.list}>
        {offered.map(({ key, name, description }) => (
          <li key={key}>
            <UnstyledButton className={classes.criterion} onClick={() => onChoose(key)}>
              <Text size="sm" fw={600}>
                {name}
              </Text>
              <Text size="xs" c="dimmed" lineClamp={2}>
                {description}
              </Text>
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </Modal>
  );
}
