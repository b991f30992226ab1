import { Badge, Button, Group, NumberInput, Text, Textarea } from '@mantine/core';
import { IconShieldLock } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, newKey, once, unwrap } from '../api/client';
import { FormDialog } from '../recruiter/form-dialog';
import { useChange } from '../recruiter/use-change';
import { EmptyScreen } from '../ui/empty-screen';
import { QueryState } from '../ui/query-state';
import { toastProblem } from '../ui/toast';
import { useFormat } from '../ui/use-format';
import classes from './admin.module.css';
import { breakGlassQuery } from './queries';

/** Reading without a seat, announced and on the record. */
export function BreakGlassTab({ applicationId }: { readonly applicationId: string }) {
  const { t } = useTranslation('admin');
  const format = useFormat();
  const [opening, setOpening] = useState(false);
  const readings = useQuery(breakGlassQuery(applicationId));
  const keys = [['applications'], ['debriefs']];
  const end = useChange(
    (grantId: string) =>
      unwrap(
        api.POST('/api/v1/applications/{applicationId}/break-glass/{grantId}/end', {
          params: { path: { applicationId, grantId } },
          headers: once(newKey()),
        }),
      ),
    { keys, done: t('breakGlass.ended') },
  );
  return (
    <>
      <QueryState query={readings}>
        {(items) =>
          items.length === 0 ? (
            <EmptyScreen icon={IconShieldLock} title={t('breakGlass.empty')} text={t('breakGlass.text')} />
          ) : (
            <ul className={classes.rows}>
              {items.map(({ id, userName, reason, grantedAt, expiresAt, endedAt, abilities }) => (
                <li key={id} className={classes.row}>
                  <div className={classes.grow}>
                    <Text size="sm" fw={500}>
                      {userName}{' '}
                      {endedAt === null && new Date(expiresAt).getTime() > Date.now() && <Badge color="amber">{t('breakGlass.running')}</Badge>}
                    </Text>
                    <Text size="sm" className="typed">
                      {reason}
                    </Text>
                    <Text size="xs" c="dimmed">
                      {t('breakGlass.when', { from: format.dateTime(grantedAt), to: format.time(endedAt ?? expiresAt) })}
                    </Text>
                  </div>
                  {abilities.end && (
                    <Button size="xs" variant="default" loading={end.isPending} onClick={() => end.mutate(id, { onError: toastProblem })}>
                      {t('breakGlass.end')}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          )
        }
      </QueryState>
      <Group mt="md">
        <Button variant="default" color="red" leftSection={<IconShieldLock size={16} aria-hidden />} onClick={() => setOpening(true)}>
          {t('breakGlass.open')}
        </Button>
      </Group>
      {opening && (
        <FormDialog
          onClose={() => setOpening(false)}
          title={t('breakGlass.open')}
          text={t('breakGlass.text')}
          submit={t('breakGlass.open')}
          done={t('breakGlass.opened')}
          danger
          keys={keys}
          initial={{ reason: '', minutes: 30 }}
          send={(body, key) =>
            unwrap(api.POST('/api/v1/applications/{applicationId}/break-glass', { params: { path: { applicationId } }, headers: once(key), body }))
          }
        >
          {(form) => (
            <>
              <Textarea label={t('breakGlass.why')} required autosize minRows={3} maxLength={2000} data-autofocus {...form.getInputProps('reason')} />
              <NumberInput label={t('breakGlass.minutes')} min={1} max={240} {...form.getInputProps('minutes')} />
            </>
          )}
        </FormDialog>
      )}
    </>
  );
}
