import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import i18next from 'i18next';
import { newKey } from '../api/client';

/** It is done, and here is the way back; gone after a while. */
export function toastUndo(message: string, undo: () => void): void {
  const id = newKey();
  const back = () => {
    undo();
    notifications.hide(id);
  };
  notifications.show({
    id,
    autoClose: 8000,
    closeButtonProps: { 'aria-label': i18next.t('close', { ns: 'app' }) },
    message: (
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">{message}</Text>
        <Button size="compact-sm" variant="default" onClick={back}>
          {i18next.t('undo', { ns: 'app' })}
        </Button>
      </Group>
    ),
  });
}
