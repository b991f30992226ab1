import { Alert, Button, Code, CopyButton, Group, List, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconPlugConnectedX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { asProblem, type Problem } from '../api/problem';
import { useProblemWords } from './use-problem-words';

interface ProblemAlertProps {
  readonly problem: unknown;
  readonly onRetry?: () => void;
  /** Faults that the form shows at their fields are not said twice. */
  readonly withFaults?: boolean;
}

/** What went wrong, what to do about it, and the number to quote. */
export function ProblemAlert({ problem: thrown, onRetry, withFaults = true }: ProblemAlertProps) {
  const { t } = useTranslation('app');
  const problem = asProblem(thrown);
  const words = useProblemWords();
  const said = words.problem(problem);
  return (
    <Alert
      role="alert"
      color={problem.isUnreachable ? 'amber' : 'red'}
      icon={problem.isUnreachable ? <IconPlugConnectedX aria-hidden /> : <IconAlertTriangle aria-hidden />}
      title={said.title}
    >
      <Stack gap="xs" align="flex-start">
        <Text size="sm">{said.text}</Text>
        {withFaults && problem.faults.length > 0 && (
          <List size="sm">
            {problem.faults.map((fault) => (
              <List.Item key={`${fault.pointer} ${fault.code}`}>{words.fault(fault)}</List.Item>
            ))}
          </List>
        )}
        {onRetry && (
          <Button size="xs" variant="default" onClick={onRetry}>
            {t('retry')}
          </Button>
        )}
        {problem.requestId !== null && <RequestId problem={problem} />}
      </Stack>
    </Alert>
  );
}

function RequestId({ problem }: { readonly problem: Problem }) {
  const { t } = useTranslation('app');
  return (
    <Group gap={6}>
      <Text size="xs" c="dimmed">
        {t('problem.requestId')} <Code>{problem.requestId}</Code>
      </Text>
      <CopyButton value={problem.requestId ?? ''}>
        {({ copied, copy }) => (
          <Button size="compact-xs" variant="subtle" onClick={copy}>
            {copied ? t('copied') : t('copy')}
          </Button>
        )}
      </CopyButton>
    </Group>
  );
}
