import { ActionIcon, Anchor, Button, FileButton, Group, Select, Text } from '@mantine/core';
import { IconFileText, IconTrash, IconUpload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, once, unwrap } from '../api/client';
import type { components } from '../api/schema.gen';
import { EmptyScreen } from '../ui/empty-screen';
import { ProblemAlert } from '../ui/problem-alert';
import { QueryState } from '../ui/query-state';
import { useFormat } from '../ui/use-format';
import classes from './application.module.css';
import { candidateQuery, filesQuery } from './queries';
import { ReasonForm } from './reason-form';
import { useChange } from './use-change';

type File_ = components['schemas']['CandidateFileDto'];
const KINDS = ['resume', 'work_sample', 'other'] as const;
type Kind = (typeof KINDS)[number];

/** Résumé and work samples: what interviewers read before they meet the person. */
export function CandidateFiles({ candidateId }: { readonly candidateId: string }) {
  const { t } = useTranslation('recruiter');
  const files = useQuery(filesQuery(candidateId));
  const abilities = useQuery(candidateQuery(candidateId)).data?.abilities;
  return (
    <QueryState query={files}>
      {(items) => (
        <>
          {items.length > 0 && (
            <ul className={classes.rows}>
              {items.map((file) => (
                <FileRow key={file.id} file={file} candidateId={candidateId} mayRemove={abilities?.removeFile ?? false} />
              ))}
            </ul>
          )}
          {items.length === 0 && (
            <EmptyScreen icon={IconFileText} title={t('files.empty')} text={t(abilities?.addFile ? 'files.emptyText' : 'files.emptyOther')} />
          )}
          {abilities?.addFile && <Upload candidateId={candidateId} />}
        </>
      )}
    </QueryState>
  );
}

function FileRow({ file, candidateId, mayRemove }: { readonly file: File_; readonly candidateId: string; readonly mayRemove: boolean }) {
  const { t } = useTranslation('recruiter');
  const format = useFormat();
  const [removing, setRemoving] = useState(false);
  const { id, name, kind, size, uploadedBy, uploadedAt } = file;
  return (
    <li className={classes.fileRow}>
      <IconFileText size={18} aria-hidden style={{ flexShrink: 0 }} />
      <div style={{ flex: 1, minWidth: 0 }}>
        <Anchor
          href={`/api/v1/candidates/${candidateId}/files/${id}/content`}
          target="_blank"
          rel="noreferrer"
          size="sm"
          fw={500}
          style={{ overflowWrap: 'anywhere' }}
        >
          {name}
        </Anchor>
        <Text size="xs" c="dimmed">
          {t(`files.kind.${kind}`)} · {t('files.size', { size: format.number(Math.max(1, Math.round(size / 1024))) })} ·{' '}
          {t('files.by', { name: uploadedBy, date: format.date(uploadedAt) })}
        </Text>
      </div>
      {mayRemove && (
        <ActionIcon aria-label={t('files.removeOf', { name })} onClick={() => setRemoving(true)}>
          <IconTrash size={16} aria-hidden />
        </ActionIcon>
      )}
      {removing && (
        <ReasonForm
          title={t('files.removeOf', { name })}
          submit={t('files.remove')}
          done={t('files.removed')}
          danger
          keys={[['candidates', candidateId]]}
          send={(reason, key) =>
            unwrap(
              api.POST('/api/v1/candidates/{candidateId}/files/{fileId}/remove', {
                params: { path: { candidateId, fileId: id } },
                headers: once(key),
                body: { reason },
              } as never),
            )
          }
          onClose={() => setRemoving(false)}
        />
      )}
    </li>
  );
}

function Upload({ candidateId }: { readonly candidateId: string }) {
  const { t } = useTranslation('recruiter');
  const [kind, setKind] = useState<Kind>('resume');
  const upload = useChange(
    (file: File) =>
      unwrap(
        api.POST('/api/v1/candidates/{candidateId}/files', {
          params: { path: { candidateId } },
          body: { kind, file: '' },
          bodySerializer: () => {
            const form = new FormData();
            form.append('kind', kind);
            form.append('file', file);
            return form;
          },
        }),
      ),
    { keys: [['candidates', candidateId]], done: t('files.added') },
  );
  return (
    <>
      {upload.isError && <ProblemAlert problem={upload.error} />}
      <Group mt="md" gap="xs" align="flex-end">
        <Select
          size="sm"
          label={t('files.as')}
          allowDeselect={false}
          data={KINDS.map((value) => ({ value, label: t(`files.kind.${value}`) }))}
          value={kind}
          onChange={(value) => setKind(KINDS.find((one) => one === value) ?? 'resume')}
        />
        <FileButton accept=".pdf,.png,.jpg,.jpeg,.docx,.txt,.md" onChange={(file) => file && upload.mutate(file)}>
          {(props) => (
            <Button {...props} variant="default" loading={upload.isPending} leftSection={<IconUpload size={16} aria-hidden />}>
              {t('files.add')}
            </Button>
          )}
        </FileButton>
      </Group>
      <Text size="xs" c="dimmed" mt={4}>
        {t('files.types')}
      </Text>
    </>
  );
}
