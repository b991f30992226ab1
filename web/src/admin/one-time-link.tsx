import { Button, Code, CopyButton, Group, Modal, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../ui/use-format';

interface OneTimeSecretProps {
  readonly title: string;
  readonly text: string;
  readonly secret: string;
  readonly until?: string | undefined;
  readonly onClose: () => void;
}

/** A link or secret that is shown this once, to be passed on by hand. */
export function OneTimeSecret({ title, text, secret, until, onClose }: OneTimeSecretProps) {
  const { t } = useTranslation('admin');
  const format = useFormat();
  return (
    <Modal opened onClose={onClose} title={title} size="lg" closeButtonProps={{ 'aria-label': t('app:close') }}>
      <Stack>
        <Text size="sm">{text}</Text>
        <Code block style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
          {secret}
        </Code>
        <Group justify="space-between">
          <Text size="xs" c="dimmed">
            {until === undefined ? '' : t('link.until', { when: format.dateTime(until) })}
          </Text>
          <CopyButton value={secret}>{({ copied, copy }) => <Button onClick={copy}>{copied ? t('app:copied') : t('app:copy')}</Button>}</CopyButton>
        </Group>
      </Stack>
    </Modal>
  );
}
