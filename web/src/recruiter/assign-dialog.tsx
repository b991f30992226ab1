import { Select, Switch, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api, once, unwrap } from '../api/client';
import type { components } from '../api/schema.gen';
import { FormDialog } from './form-dialog';
import { PersonSelect } from './person-select';
import type { Interview } from './queries';

interface AssignDialogProps {
  readonly interview: Interview;
  readonly onClose: () => void;
  readonly onDone: (changed: components['schemas']['ChangedInterviewDto']) => void;
}

/** A person for the panel. What somebody should look at, such as an overlap, is said afterwards and stops nothing. */
export function AssignDialog({ interview, onClose, onDone }: AssignDialogProps) {
  const { t } = useTranslation('recruiter');
  return (
    <FormDialog
      onClose={onClose}
      title={t('panel.assignOf', { round: interview.roundName })}
      text={t('panel.assignText')}
      submit={t('panel.assign')}
      done={t('panel.assigned')}
      keys={[['applications']]}
      initial={{ userId: '', place: '', training: 'none', lead: false }}
      send={({ userId, place, training, lead }, key) =>
        unwrap(
          api.POST('/api/v1/interviews/{interviewId}/panel', {
            params: { path: { interviewId: interview.id } },
            headers: once(key),
            body: { userId, lead, ...(place !== '' && { place }), ...((training === 'shadow' || training === 'reverse_shadow') && { training }) },
          }),
        )
      }
      then={onDone}
    >
      {(form) => (
        <>
          <PersonSelect
            label={t('panel.person')}
            required
            data-autofocus
            openOnFocus={false}
            {...form.getInputProps('userId')}
            value={form.getValues().userId || null}
            onChange={(value) => form.setFieldValue('userId', value ?? '')}
          />
          <TextInput label={t('panel.place')} description={t('panel.placeText')} maxLength={200} {...form.getInputProps('place')} />
          <Select
            label={t('panel.role')}
            allowDeselect={false}
            data={(['none', 'shadow', 'reverse_shadow'] as const).map((value) => ({ value, label: t(`panel.training.${value}`) }))}
            {...form.getInputProps('training')}
          />
          <Switch label={t('panel.leads')} {...form.getInputProps('lead', { type: 'checkbox' })} />
        </>
      )}
    </FormDialog>
  );
}
