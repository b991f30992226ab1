import { notifications } from '@mantine/notifications';
import i18next from 'i18next';
import { asProblem } from '../api/problem';

const closeButton = () => ({ 'aria-label': i18next.t('close', { ns: 'app' }) });

/** It worked; said once, quietly. */
export function toastDone(message: string): void {
  notifications.show({ message, color: 'green', autoClose: 4000, closeButtonProps: closeButton() });
}

/** It did not work, and no form on the screen shows why. Stays until it is read. */
export function toastProblem(error: unknown): void {
  const problem = asProblem(error);
  const inEnglish = i18next.language === 'en';
  const text = i18next.t(`problem.code.${problem.code}.text`, { ns: 'app', defaultValue: problem.detail });
  notifications.show({
    title: i18next.t(`problem.code.${problem.code}.title`, {
      ns: 'app',
      defaultValue: i18next.t('problem.title', { ns: 'app' }),
    }),
    message: inEnglish && problem.detail ? problem.detail : text,
    color: problem.isUnreachable ? 'amber' : 'red',
    autoClose: false,
    closeButtonProps: closeButton(),
  });
}
