import { Button, Menu } from '@mantine/core';
import { IconFileText, IconFileTypePdf, IconJson, IconPrinter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

/** Everything about the debrief in one document; opening it is on the record. */
export function PacketMenu({ debriefId }: { readonly debriefId: string }) {
  const { t } = useTranslation('debrief');
  const address = `/api/v1/debriefs/${debriefId}/packet`;
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <Button variant="default" size="xs" title={t('packet.recorded')} className="no-print" leftSection={<IconFileText size={16} aria-hidden />}>
          {t('packet.open')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item component="a" href={`${address}.html`} target="_blank" rel="noopener" leftSection={<IconPrinter size={16} aria-hidden />}>
          {t('packet.page')}
        </Menu.Item>
        <Menu.Item component="a" href={`${address}.pdf`} download={`packet-${debriefId}.pdf`} leftSection={<IconFileTypePdf size={16} aria-hidden />}>
          {t('packet.pdf')}
        </Menu.Item>
        <Menu.Item component="a" href={address} download={`packet-${debriefId}.json`} leftSection={<IconJson size={16} aria-hidden />}>
          {t('packet.json')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
