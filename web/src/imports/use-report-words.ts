import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

/** Why a row stands as it does. The server's own sentence is in English and may know more than the code; other languages go by the code. */
export function useReportWords(): (code: string | null, detail: string | null) => string | null {
  const { t, i18n } = useTranslation('imports');
  const inEnglish = i18n.language === 'en';
  return useCallback(
    (code, detail) => {
      if (code === null) return detail;
      return inEnglish && detail !== null ? detail : t(`code.${code}`, { defaultValue: detail ?? code });
    },
    [t, inEnglish],
  );
}
