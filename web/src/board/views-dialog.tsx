import { ActionIcon, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconPencil, IconStar, IconStarFilled, IconTrash } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, newKey, once, unwrap } from '../api/client';
import { moved, SortableList } from '../ui/sortable-list';
import { toastProblem } from '../ui/toast';
import type { BoardPlace } from './board-address';
import { type BoardView, viewsQuery } from './queries';
import { ChangeViewForm } from './view-form';

interface ViewsDialogProps {
  readonly views: readonly BoardView[];
  readonly place: BoardPlace;
  readonly onClose: () => void;
}

/** One's own views in one's own order, and those of others; the one the board opens with has the star. */
export function ViewsDialog({ views, place, onClose }: ViewsDialogProps) {
  const { t } = useTranslation('board');
  const { t: tApp } = useTranslation('app');
  const own = views.filter(({ abilities }) => abilities.change);
  const shared = views.filter(({ abilities }) => !abilities.change);
  const [changing, setChanging] = useState<BoardView | null>(null);
  const { order, setDefault, remove } = useViewChanges();
  const row = (view: BoardView, handle: ReactNode) => (
    <ViewRow view={view} handle={handle} onDefault={() => setDefault.mutate(view.isDefault ? null : view.id)}>
      {view.abilities.change && (
        <ActionIcon aria-label={t('view.changeOf', { name: view.name })} onClick={() => setChanging(view)}>
          <IconPencil size={16} aria-hidden />
        </ActionIcon>
      )}
      {view.abilities.remove && (
        <ActionIcon aria-label={t('view.removeOf', { name: view.name })} onClick={() => remove.mutate(view)}>
          <IconTrash size={16} aria-hidden />
        </ActionIcon>
      )}
    </ViewRow>
  );
  if (changing) return <ChangeViewForm view={changing} place={place} onClose={() => setChanging(null)} />;
  return (
    <Modal opened onClose={onClose} title={t('view.manage')} closeButtonProps={{ 'aria-label': tApp('close') }}>
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          {t('view.manageText')}
        </Text>
        {own.length === 0 && <Text size="sm">{t('view.noneOwn')}</Text>}
        <SortableList
          label={t('view.mine')}
          ids={own.map(({ id }) => id)}
          nameOf={(id) => own.find((view) => view.id === id)?.name ?? ''}
          onMove={(from, to) => order.mutate(moved(own, from, to).map(({ id }) => id))}
        >
          {(id, _, handle) => {
            const view = own.find((one) => one.id === id);
            return view ? row(view, handle) : null;
          }}
        </SortableList>
        {shared.length > 0 && (
          <div>
            <Text size="xs" fw={600} c="dimmed" mb={4}>
              {t('view.shared')}
            </Text>
            {shared.map((view) => (
              <div key={view.id}>{row(view, null)}</div>
            ))}
          </div>
        )}
      </Stack>
    </Modal>
  );
}

interface ViewRowProps {
  readonly view: BoardView;
  readonly handle: ReactNode;
  readonly onDefault: () => void;
  readonly children: ReactNode;
}

function ViewRow({ view, handle, onDefault, children }: ViewRowProps) {
  const { t } = useTranslation('board');
  const { name, isDefault, sharedWithJobId, ownerName, abilities } = view;
  const Star = isDefault ? IconStarFilled : IconStar;
  const note = !abilities.change ? t('view.by', { name: ownerName }) : sharedWithJobId === null ? null : t('view.isShared');
  return (
    <Group gap={6} wrap="nowrap" py={4} style={{ flex: 1 }}>
      {handle}
      <div style={{ flex: 1, minWidth: 0 }}>
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {name}
        </Text>
        {note !== null && (
          <Text size="xs" c="dimmed">
            {note}
          </Text>
        )}
      </div>
      <ActionIcon aria-label={t('view.defaultOf', { name })} aria-pressed={isDefault} onClick={onDefault}>
        <Star size={16} aria-hidden />
      </ActionIcon>
      {children}
    </Group>
  );
}

function useViewChanges() {
  const { t } = useTranslation('board');
  const client = useQueryClient();
  const readAgain = () => client.invalidateQueries({ queryKey: viewsQuery.queryKey });
  const shown = { onSuccess: (items: BoardView[]) => client.setQueryData(viewsQuery.queryKey, items), onError: toastProblem };
  const order = useMutation({
    mutationFn: async (ids: string[]) => (await unwrap(api.PUT('/api/v1/board/views/order', { body: { order: ids } }))).items,
    ...shown,
  });
  const setDefault = useMutation({
    mutationFn: async (viewId: string | null) => (await unwrap(api.PUT('/api/v1/board/views/default', { body: { viewId } }))).items,
    ...shown,
  });
  const bringBack = async ({ name, filters, sort, sharedWithJobId }: BoardView) => {
    const body = { name, filters, sort, sharedWithJobId };
    await unwrap(api.POST('/api/v1/board/views', { headers: once(newKey()), body })).catch(toastProblem);
    await readAgain();
  };
  const remove = useMutation({
    mutationFn: (view: BoardView) => unwrap(api.DELETE('/api/v1/board/views/{viewId}', { params: { path: { viewId: view.id } } })),
    onSuccess: (_, view) => {
      const id = notifications.show({
        color: 'green',
        autoClose: 10_000,
        message: (
          <Group justify="space-between" wrap="nowrap">
            {t('view.removed', { name: view.name })}
            <Button
              size="compact-sm"
              variant="subtle"
              onClick={() => {
                notifications.hide(id);
                void bringBack(view);
              }}
            >
              {t('undo')}
            </Button>
          </Group>
        ),
      });
    },
    onError: toastProblem,
    onSettled: readAgain,
  });
  return { order, setDefault, remove };
}
