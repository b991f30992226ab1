import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Fault, Problem } from '../api/problem';

export interface ProblemWords {
  readonly problem: (problem: Problem) => { readonly title: string; readonly text: string };
  readonly fault: (fault: Fault) => string;
  /** Where the field is not in sight. The English sentence names it by itself. */
  readonly faultOf: (field: string | null, fault: Fault) => string;
}

/**
 * Words for refusals, by their code. The server's own sentence is in English and knows more than the code: it is shown in English, and in
 * other languages where there are no words for the code.
 */
export function useProblemWords(): ProblemWords {
  const { t, i18n } = useTranslation('app');
  return useMemo(() => {
    const inEnglish = i18n.language === 'en';
    const fault = ({ code, detail }: Fault) => {
      const text = inEnglish ? detail : t(`problem.fault.${code}`, { defaultValue: detail });
      return text.charAt(0).toLocaleUpperCase(i18n.language) + text.slice(1);
    };
    return {
      problem: ({ code, detail }) => ({
        title: t(`problem.code.${code}.title`, { defaultValue: t('problem.title') }),
        text: inEnglish && detail ? detail : t(`problem.code.${code}.text`, { defaultValue: detail }),
      }),
      fault,
      faultOf: (field, one) => (inEnglish || field === null ? fault(one) : `${field}：${fault(one)}`),
    };
  }, [t, i18n.language]);
}
