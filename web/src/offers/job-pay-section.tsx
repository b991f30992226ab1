import { Button, Group, Stack, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../ui/use-format';
import { BandsDialog } from './bands-dialog';
import classes from './offers.module.css';
import { type ApprovalNeed, bandsQuery, type JobBand, type JobOfferRules, offerRulesQuery } from './queries';
import { RulesDialog } from './rules-dialog';
import { useMoney } from './use-money';

/** What a job's offers are checked by, and who approves them. Not there for whoever has no seat for pay. */
export function JobPaySection({ jobId }: { readonly jobId: string }) {
  const { t } = useTranslation('offers');
  const bands = useQuery(bandsQuery(jobId)).data;
  const rules = useQuery(offerRulesQuery(jobId)).data;
  const [dialog, setDialog] = useState<'bands' | 'rules' | null>(null);
  if (!bands || !rules) return null;
  const close = () => setDialog(null);
  return (
    <section aria-labelledby="pay">
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h3" id="pay">
          {t('pay.title')}
        </Title>
        <Group gap="xs">
          {bands.abilities.edit && (
            <Button size="xs" variant="default" onClick={() => setDialog('bands')}>
              {t('pay.editBands')}
            </Button>
          )}
          {rules.abilities.edit && (
            <Button size="xs" variant="default" onClick={() => setDialog('rules')}>
              {t('pay.editRules')}
            </Button>
          )}
        </Group>
      </Group>
      <Stack gap="sm">
        {bands.bands.length === 0 ? (
          <Text size="sm" c="dimmed">
            {t('pay.none')}
          </Text>
        ) : (
          <BandTable bands={bands.bands} />
        )}
        <Rules rules={rules.rules} />
      </Stack>
      {dialog === 'bands' && <BandsDialog bands={bands} onClose={close} />}
      {dialog === 'rules' && <RulesDialog rules={rules} onClose={close} />}
    </section>
  );
}

function BandTable({ bands }: { readonly bands: readonly JobBand[] }) {
  const { t } = useTranslation('offers');
  const { money, figure } = useMoney();
  const span = (minimum: string, maximum: string | null, shown: (amount: string) => string) =>
    maximum === null ? t('pay.from', { minimum: shown(minimum) }) : t('pay.range', { minimum: shown(minimum), maximum: shown(maximum) });
  const by = (measure: string, currency: string) => (amount: string) =>
    measure.startsWith('percent') ? `${figure(amount)}%` : measure === 'units' ? figure(amount) : money(amount, currency);
  return (
    <Table.ScrollContainer minWidth={420} scrollAreaProps={{ viewportProps: { tabIndex: 0, 'aria-label': t('pay.bands') } }}>
      <Table verticalSpacing={6} className={`numbers ${classes.bands ?? ''}`}>
        <Table.Thead>
          <Table.Tr>
            {(['level', 'base', 'bonus', 'equity'] as const).map((column) => (
              <Table.Th key={column} scope="col">
                {t(`pay.${column}`)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {bands.map(({ level, currency, base, bonus, equity }) => (
            <Table.Tr key={`${level} ${currency}`}>
              <Table.Th scope="row" fw={500}>
                {level === '' ? t('pay.everyLevel') : level}
              </Table.Th>
              <Table.Td>{span(base.minimum, base.maximum, by('amount', currency))}</Table.Td>
              <Table.Td>{bonus ? span(bonus.minimum, bonus.maximum, by(bonus.measure, currency)) : '–'}</Table.Td>
              <Table.Td>{equity ? span(equity.minimum, equity.maximum, by(equity.measure, currency)) : '–'}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function Rules({ rules }: { readonly rules: JobOfferRules['rules'] }) {
  const { t } = useTranslation('offers');
  const format = useFormat();
  const told = (needs: readonly ApprovalNeed[]) =>
    needs.length === 0 ? t('pay.nobody') : format.list(needs.map(({ seat, count }) => t(`approval.need.${seat}`, { count })));
  return (
    <Text size="sm" component="div">
      <b>{t('pay.rules')}</b>
      <br />
      {t('pay.within', { needs: told(rules.within) })}
      <br />
      {t('pay.outside', { needs: told(rules.outside) })}
      {rules.reasonOutside && (
        <Text size="sm" c="dimmed">
          {t('pay.reasonOutside')}
        </Text>
      )}
    </Text>
  );
}
