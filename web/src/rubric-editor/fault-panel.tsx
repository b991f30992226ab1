import { Button, Text, Title, UnstyledButton } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Fault } from '../api/problem';
import { useProblemWords } from '../ui/use-problem-words';
import classes from './fault-panel.module.css';

interface FaultPanelProps {
  readonly faults: readonly Fault[];
  /** Where a fault stands, in words. */
  readonly placeOf: (pointer: string) => string;
  readonly onGo: (pointer: string) => void;
}

const FIRST = 12;

/** Everything that the server finds wrong with a draft, each a way to its field. */
export function FaultPanel({ faults, placeOf, onGo }: FaultPanelProps) {
  const { t } = useTranslation('draft');
  const words = useProblemWords();
  const [all, setAll] = useState(false);
  const shown = all ? faults : faults.slice(0, FIRST);
  return (
    <section aria-labelledby="live-check">
      <Title order={2} size="h3" id="live-check" className={classes.title} data-fine={faults.length === 0 || undefined}>
        {faults.length === 0 ? <IconCircleCheck size={18} aria-hidden /> : <IconAlertTriangle size={18} aria-hidden />}
        {t('check.title')}
      </Title>
      <Text size="sm" c="dimmed" role="status" mb={faults.length === 0 ? 0 : 'xs'}>
        {faults.length === 0 ? t('check.fine') : t('faults', { count: faults.length })}
      </Text>
      <ul className={classes.list}>
        {shown.map((fault, index) => (
          <li key={`${fault.pointer} ${fault.code} ${index}`}>
            <UnstyledButton className={classes.fault} onClick={() => onGo(fault.pointer)}>
              <Text span size="xs" c="dimmed" display="block">
                {placeOf(fault.pointer)}
              </Text>
              <Text span size="sm">
                {words.fault(fault)}
              </Text>
            </UnstyledButton>
          </li>
        ))}
      </ul>
      {shown.length < faults.length && (
        <Button size="compact-sm" variant="subtle" onClick={() => setAll(true)}>
          {t('check.more', { count: faults.length - shown.length })}
        </Button>
      )}
    </section>
  );
}
