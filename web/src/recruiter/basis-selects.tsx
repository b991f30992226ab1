import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { planChoiceQuery, rubricChoiceQuery } from './queries';

type Part = 'planId' | 'rubricVersionId';

interface BasisSelectsProps {
  /** An empty string: none. */
  readonly values: Readonly<Record<Part, string>>;
  readonly onChange: (part: Part, value: string) => void;
  readonly errors: Readonly<Partial<Record<Part, unknown>>>;
  /** What the choice is for, said once for both. */
  readonly hint: string;
  /** What the job has now, which may be no choice any more: an archived plan, an older version. */
  readonly kept?: Readonly<Partial<Record<Part, { readonly value: string; readonly label: string }>>>;
}

/** By which plan the applications of a job start, and by which rubric they are judged. */
export function BasisSelects({ values, onChange, errors, hint, kept = {} }: BasisSelectsProps) {
  const { t } = useTranslation('recruiter');
  const plans = useQuery(planChoiceQuery).data ?? [];
  const rubrics = useQuery(rubricChoiceQuery).data ?? [];
  const options = {
    planId: plans.map(({ id, name }) => ({ value: id, label: name })),
    rubricVersionId: rubrics.map(({ id, name, number }) => ({ value: id, label: t('jobs.rubricVersion', { name, number }) })),
  };
  const select = (part: Part) => {
    const now = kept[part];
    const found = options[part];
    return {
      label: t(`jobs.field.${part}`),
      placeholder: t('jobs.noneChosen'),
      data: now && !found.some(({ value }) => value === now.value) ? [now, ...found] : found,
      value: values[part] === '' ? null : values[part],
      onChange: (value: string | null) => onChange(part, value ?? ''),
      error: errors[part] === undefined ? undefined : String(errors[part]),
      searchable: true,
      clearable: true,
      nothingFoundMessage: t('jobs.noSuch'),
    };
  };
  return (
    <>
      <Select {...select('planId')} description={hint} />
      <Select {...select('rubricVersionId')} />
    </>
  );
}
