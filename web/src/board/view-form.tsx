import { Select, Switch, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, once, unwrap } from '../api/client';
import { FormDialog } from '../recruiter/form-dialog';
import { jobChoiceQuery } from '../recruiter/queries';
import type { BoardPlace } from './board-address';
import type { BoardView } from './queries';

const KEYS = [['board', 'views']];

interface ViewValues {
  readonly name: string;
  readonly sharedWithJobId: string;
  readonly isDefault: boolean;
}

const setDefault = (viewId: string | null) => unwrap(api.PUT('/api/v1/board/views/default', { body: { viewId } }));

/** Keeps what is on the screen under a name. */
export function NewViewForm({ place: { filters, sort }, onClose }: { readonly place: BoardPlace; readonly onClose: () => void }) {
  const { t } = useTranslation('board');
  return (
    <FormDialog<ViewValues, unknown>
      onClose={onClose}
      title={t('view.save')}
      text={t('view.saveText')}
      submit={t('view.saveButton')}
      done={t('view.saved')}
      keys={KEYS}
      initial={{ name: '', sharedWithJobId: '', isDefault: false }}
      send={async ({ name, sharedWithJobId, isDefault }, key) => {
        const body = { name, filters, sort, sharedWithJobId: sharedWithJobId || null };
        const { id } = await unwrap(api.POST('/api/v1/board/views', { headers: once(key), body }));
        if (isDefault) await setDefault(id);
      }}
    >
      {(form) => <ViewFields form={form} />}
    </FormDialog>
  );
}

/** Another name, others to share it with, or the place it opens. */
export function ChangeViewForm({ view, place, onClose }: { readonly view: BoardView; readonly place: BoardPlace; readonly onClose: () => void }) {
  const { t } = useTranslation('board');
  const { id, version, filters, sort } = view;
  return (
    <FormDialog<ViewValues & { readonly isReplaced: boolean }, unknown>
      onClose={onClose}
      title={t('view.changeOf', { name: view.name })}
      submit={t('view.saveButton')}
      done={t('view.saved')}
      keys={KEYS}
      initial={{ name: view.name, sharedWithJobId: view.sharedWithJobId ?? '', isDefault: view.isDefault, isReplaced: false }}
      send={async ({ name, sharedWithJobId, isDefault, isReplaced }) => {
        const kept = isReplaced ? { filters: place.filters, sort: place.sort } : { filters, sort };
        const body = { name, ...kept, sharedWithJobId: sharedWithJobId || null };
        await unwrap(api.PUT('/api/v1/board/views/{viewId}', { params: { path: { viewId: id } }, headers: ifMatch(version), body } as never));
        if (isDefault !== view.isDefault) await setDefault(isDefault ? id : null);
      }}
    >
      {(form) => (
        <>
          <ViewFields form={form} />
          <Switch label={t('view.replace')} {...form.getInputProps('isReplaced', { type: 'checkbox' })} />
        </>
      )}
    </FormDialog>
  );
}

function ViewFields<Values extends ViewValues>({ form }: { readonly form: UseFormReturnType<Values> }) {
  const { t } = useTranslation('board');
  const jobs = useQuery(jobChoiceQuery).data ?? [];
  const shared = form.getInputProps('sharedWithJobId');
  return (
    <>
      <TextInput label={t('view.name')} required maxLength={100} data-autofocus {...form.getInputProps('name')} />
      <Select
        label={t('view.share')}
        description={t('view.shareText')}
        placeholder={t('view.shareNone')}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': t('view.shareNone') }}
        data={jobs.map(({ id, title }) => ({ value: id, label: title }))}
        {...shared}
        value={form.getValues().sharedWithJobId || null}
        onChange={(id) => shared.onChange(id ?? '')}
      />
      <Switch label={t('view.makeDefault')} {...form.getInputProps('isDefault', { type: 'checkbox' })} />
    </>
  );
}
