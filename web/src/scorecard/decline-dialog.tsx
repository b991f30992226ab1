import { Alert, Button, Group, Modal, Radio, Stack, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api, newKey, once, unwrap } from '../api/client';
import { ProblemAlert } from '../ui/problem-alert';
import { toastDone } from '../ui/toast';

const REASONS = ['did_not_take_part', 'not_available', 'not_qualified', 'conflict_of_interest', 'other'] as const;
type Reason = (typeof REASONS)[number];

/** Say that one gives no card, and why. */
export function DeclineDialog({ cardId, opened, onClose }: { readonly cardId: string; readonly opened: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation('scorecard');
  const client = useQueryClient();
  const navigate = useNavigate();
  const form = useForm<{ reasonCode: Reason; reason: string }>({
    initialValues: { reasonCode: 'did_not_take_part', reason: '' },
  });
  const decline = useMutation({
    mutationFn: (body: { reasonCode: Reason; reason: string }) =>
      unwrap(
        api.POST('/api/v1/scorecards/{scorecardId}/decline', {
          params: { path: { scorecardId: cardId } },
          headers: once(newKey()),
          body,
        }),
      ),
    onSuccess: async () => {
      toastDone(t('decline.done'));
      await navigate('/interviews');
      client.removeQueries({ queryKey: ['scorecards', cardId] });
      await client.invalidateQueries({ queryKey: ['me', 'interviews'] });
    },
  });
  return (
    <Modal opened={opened} onClose={onClose} title={t('decline.title')} closeButtonProps={{ 'aria-label': t('app:close') }}>
      <form onSubmit={form.onSubmit((values) => decline.mutate(values))}>
        <Stack>
          {decline.isError && <ProblemAlert problem={decline.error} />}
          <Radio.Group label={t('decline.why')} {...form.getInputProps('reasonCode')}>
            <Stack gap={8} mt={8}>
              {REASONS.map((reason) => (
                <Radio key={reason} value={reason} label={t(`decline.${reason}`)} />
              ))}
            </Stack>
          </Radio.Group>
          {form.values.reasonCode === 'conflict_of_interest' && <Alert color="amber">{t('decline.conflictText')}</Alert>}
          <Textarea label={t('decline.words')} required autosize minRows={2} {...form.getInputProps('reason')} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('app:cancel')}
            </Button>
            <Button type="submit" loading={decline.isPending}>
              {t('decline.submit')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
