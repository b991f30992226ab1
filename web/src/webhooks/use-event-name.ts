import { useTranslation } from 'react-i18next';

/** `scorecard.submitted` in words, as the history says it. */
export function useEventName(): (type: string) => string {
  const { t } = useTranslation('admin');
  return (type) => t(`event.${type.replace('.', '_')}`, { defaultValue: type });
}
