import { ActionIcon, Button, FileButton, Group, List, Paper, Select, Stack, Text } from '@mantine/core';
import { IconFileText, IconUpload, IconX } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type DragEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { newKey } from '../api/client';
import { ProblemAlert } from '../ui/problem-alert';
import { useFormat } from '../ui/use-format';
import { guessSource, type Source, SOURCES } from './guess-source';
import classes from './imports.module.css';
import { uploadImport } from './queries';

const ACCEPT = '.csv,.tsv,.txt,.json,.jsonl,.ndjson,.html,.htm';
const LOOKED_AT = 64 * 1024;

/** Choose files or drop them; where they come from is guessed, and the person's to say. */
export function UploadForm() {
  const { t } = useTranslation('imports');
  const { files, source, add, remove, choose, isGuessed } = useChosenFiles();
  const navigate = useNavigate();
  const client = useQueryClient();
  const upload = useMutation({
    mutationFn: ({ from, key }: { readonly from: Source; readonly key: string }) => uploadImport(from, files, key),
    onSuccess: async ({ id }) => {
      void client.invalidateQueries({ queryKey: ['imports', 'list'] });
      await navigate(`/imports/${id}`);
    },
  });
  return (
    <Stack>
      {upload.isError && <ProblemAlert problem={upload.error} />}
      <DropArea onFiles={add} />
      {files.length > 0 && (
        <Paper p="md">
          <ChosenFiles files={files} onRemove={remove} />
          <Group align="flex-end" mt="md">
            <Select
              label={t('upload.source')}
              description={isGuessed ? t('upload.guessed') : undefined}
              placeholder={t('upload.choose')}
              w={260}
              allowDeselect={false}
              data={SOURCES.map((value) => ({ value, label: t(`source.${value}`) }))}
              value={source}
              onChange={(value) => choose(SOURCES.find((one) => one === value) ?? null)}
            />
            <Button disabled={source === null} loading={upload.isPending} onClick={() => source && upload.mutate({ from: source, key: newKey() })}>
              {t('upload.send')}
            </Button>
            <Text size="sm" c="dimmed">
              {t('upload.safe')}
            </Text>
          </Group>
        </Paper>
      )}
    </Stack>
  );
}

function useChosenFiles() {
  const [files, setFiles] = useState<readonly File[]>([]);
  const [guess, setGuess] = useState<Source | null>(null);
  const [chosen, setChosen] = useState<Source | null>(null);
  const look = async (one: File | undefined) => setGuess(one ? guessSource(one.name, await one.slice(0, LOOKED_AT).text()) : null);
  const set = (next: readonly File[]) => {
    setFiles(next);
    void look(next[0]);
  };
  return {
    files,
    source: chosen ?? guess,
    isGuessed: chosen === null && guess !== null,
    choose: setChosen,
    add: (more: readonly File[]) => set([...files, ...more].slice(0, 20)),
    remove: (index: number) => set(files.filter((_, at) => at !== index)),
  };
}

function DropArea({ onFiles }: { readonly onFiles: (files: readonly File[]) => void }) {
  const { t } = useTranslation('imports');
  const [over, setOver] = useState(false);
  const dropped = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    onFiles([...event.dataTransfer.files]);
  };
  const hovering = (event: DragEvent) => {
    event.preventDefault();
    setOver(true);
  };
  return (
    <div className={classes.drop} data-over={over || undefined} onDragOver={hovering} onDragLeave={() => setOver(false)} onDrop={dropped}>
      <IconUpload size={26} stroke={1.5} aria-hidden />
      <Text fw={600}>{t('upload.drop')}</Text>
      <FileButton multiple accept={ACCEPT} onChange={onFiles}>
        {(props) => (
          <Button {...props} variant="default">
            {t('upload.browse')}
          </Button>
        )}
      </FileButton>
      <Text size="xs" c="dimmed" ta="center" maw={560}>
        {t('upload.kinds')}
      </Text>
    </div>
  );
}

function ChosenFiles({ files, onRemove }: { readonly files: readonly File[]; readonly onRemove: (index: number) => void }) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  return (
    <List listStyleType="none" spacing={4} aria-label={t('upload.files')}>
      {files.map((file, index) => (
        <List.Item key={`${file.name} ${index}`}>
          <Group gap="xs" wrap="nowrap">
            <IconFileText size={18} aria-hidden style={{ flexShrink: 0 }} />
            <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
              {file.name}
            </Text>
            <Text size="xs" c="dimmed" style={{ whiteSpace: 'nowrap' }}>
              {t('kilobytes', { size: format.number(Math.max(1, Math.round(file.size / 1024))) })}
            </Text>
            <ActionIcon size="sm" aria-label={t('upload.remove', { name: file.name })} onClick={() => onRemove(index)}>
              <IconX size={14} aria-hidden />
            </ActionIcon>
          </Group>
        </List.Item>
      ))}
    </List>
  );
}
