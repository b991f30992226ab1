import { Textarea } from '@mantine/core';
import type { QueryKey } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { FormDialog } from './form-dialog';

interface ReasonFormProps {
  readonly title: string;
  readonly text?: string;
  readonly submit: string;
  readonly done: string;
  readonly danger?: boolean;
  readonly optional?: boolean;
  readonly keys: readonly QueryKey[];
  readonly send: (reason: string, key: string) => Promise<unknown>;
  readonly onClose: () => void;
}

/** A step that goes on the record with its reason. */
export function ReasonForm({ send, text, optional = false, ...rest }: ReasonFormProps) {
  const { t } = useTranslation('recruiter');
  return (
    <FormDialog {...rest} {...(text === undefined ? {} : { text })} initial={{ reason: '' }} send={({ reason }, key) => send(reason, key)}>
      {(form) => (
        <Textarea
          label={t('reason.label')}
          description={t('reason.text')}
          required={!optional}
          autosize
          minRows={3}
          maxLength={2000}
          data-autofocus
          {...form.getInputProps('reason')}
        />
      )}
    </FormDialog>
  );
}
