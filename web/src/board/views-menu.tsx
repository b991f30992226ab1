import { Button, Menu, Text } from '@mantine/core';
import { IconBookmark, IconCheck, IconChevronDown, IconSettings, IconStarFilled } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type BoardAddress, isSamePlace } from './board-address';
import { type BoardView, viewsQuery } from './queries';
import { NewViewForm } from './view-form';
import { ViewsDialog } from './views-dialog';

/** The saved views: go to one, keep what is on the screen as another, put them in order. */
export function ViewsMenu({ address }: { readonly address: BoardAddress }) {
  const { t } = useTranslation('board');
  const views = useQuery(viewsQuery).data ?? [];
  const [opened, setOpened] = useState<'save' | 'manage' | null>(null);
  const here = views.find((view) => isSamePlace(view, address));
  const own = views.filter(({ abilities }) => abilities.change);
  const shared = views.filter(({ abilities }) => !abilities.change);
  const item = (view: BoardView) => (
    <Menu.Item
      key={view.id}
      leftSection={view === here ? <IconCheck size={16} aria-hidden /> : <span style={{ display: 'block', width: 16 }} />}
      rightSection={view.isDefault ? <IconStarFilled size={12} aria-label={t('view.default')} /> : null}
      aria-current={view === here || undefined}
      onClick={() => address.go({ filters: view.filters, sort: view.sort })}
    >
      {view.name}
      {!view.abilities.change && (
        <Text size="xs" c="dimmed">
          {t('view.by', { name: view.ownerName })}
        </Text>
      )}
    </Menu.Item>
  );
  return (
    <>
      <Menu position="bottom-end" shadow="md" width={280}>
        <Menu.Target>
          <Button variant="default" leftSection={<IconBookmark size={16} aria-hidden />} rightSection={<IconChevronDown size={14} aria-hidden />}>
            {here?.name ?? t('view.menu')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {views.length === 0 && (
            <Text size="sm" c="dimmed" px="sm" py={6}>
              {t('view.none')}
            </Text>
          )}
          {own.length > 0 && <Menu.Label>{t('view.mine')}</Menu.Label>}
          {own.map(item)}
          {shared.length > 0 && <Menu.Label>{t('view.shared')}</Menu.Label>}
          {shared.map(item)}
          <Menu.Divider />
          <Menu.Item leftSection={<IconBookmark size={16} aria-hidden />} onClick={() => setOpened('save')}>
            {t('view.save')}
          </Menu.Item>
          {views.length > 0 && (
            <Menu.Item leftSection={<IconSettings size={16} aria-hidden />} onClick={() => setOpened('manage')}>
              {t('view.manage')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {opened === 'save' && <NewViewForm place={address} onClose={() => setOpened(null)} />}
      {opened === 'manage' && <ViewsDialog views={views} place={address} onClose={() => setOpened(null)} />}
    </>
  );
}
