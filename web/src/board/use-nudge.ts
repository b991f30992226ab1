import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, newKey, once, unwrap } from '../api/client';
import { asProblem } from '../api/problem';
import { toastDone, toastProblem } from '../ui/toast';
import { useFormat } from '../ui/use-format';

/** Asks whoever holds an application's next deadline to go on. Nobody is asked twice a day: then it says when they can be again. */
export function useNudge() {
  const { t } = useTranslation('board');
  const format = useFormat();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (applicationId: string) =>
      unwrap(api.POST('/api/v1/applications/{applicationId}/nudge', { params: { path: { applicationId } }, headers: once(newKey()) })),
    onSuccess: ({ holder }) => {
      toastDone(t('nudge.done', { name: holder.name }));
      void client.invalidateQueries({ queryKey: ['history'] });
    },
    onError: (error) => {
      const next = asProblem(error).extras['nextPossibleAt'];
      if (typeof next !== 'string') return toastProblem(error);
      notifications.show({ message: t('nudge.tooSoon', { when: format.dateTime(next) }), color: 'amber', autoClose: 8000 });
    },
  });
}
