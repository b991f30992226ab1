import { ActionIcon, Group, Select, Tooltip } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../api/client';
import { toastProblem } from '../ui/toast';
import { mappingsQuery, type Settings } from './queries';
import type { Source } from './guess-source';

/** Mappings kept from files of the same sort; nothing is shown while there is none. */
export function SavedMappings({ source, onTake }: { readonly source: Source; readonly onTake: (settings: Settings) => void }) {
  const { t } = useTranslation('imports');
  const client = useQueryClient();
  const [chosen, setChosen] = useState<string | null>(null);
  const mine = useQuery(mappingsQuery).data?.filter((one) => one.source === source) ?? [];
  const remove = useMutation({
    mutationFn: (mappingId: string) => unwrap(api.DELETE('/api/v1/imports/mappings/{mappingId}', { params: { path: { mappingId } } })),
    onSuccess: () => setChosen(null),
    onError: toastProblem,
    onSettled: () => client.invalidateQueries({ queryKey: mappingsQuery.queryKey }),
  });
  if (mine.length === 0) return null;
  const take = (id: string | null) => {
    setChosen(id);
    const found = mine.find((one) => one.id === id);
    if (found) onTake(found.settings);
  };
  return (
    <Group align="flex-end" gap="xs">
      <Select
        w={280}
        label={t('mapping.saved')}
        placeholder={t('mapping.savedChoose')}
        data={mine.map(({ id, name }) => ({ value: id, label: name }))}
        value={chosen}
        onChange={take}
      />
      {chosen !== null && (
        <Tooltip label={t('mapping.forget')}>
          <ActionIcon size="lg" aria-label={t('mapping.forget')} loading={remove.isPending} onClick={() => remove.mutate(chosen)}>
            <IconTrash size={16} aria-hidden />
          </ActionIcon>
        </Tooltip>
      )}
    </Group>
  );
}
