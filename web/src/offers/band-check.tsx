import { Badge, Group, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './offers.module.css';
import type { Offer } from './queries';
import { useMoney } from './use-money';

type PartCheck = Offer['check']['parts'][number];
const COLORS = { within: 'green', outside: 'amber', not_comparable: 'gray' } as const;

/** Each part against the job's band. */
export function BandCheck({ offer }: { readonly offer: Offer }) {
  const { t } = useTranslation('offers');
  const { standing, parts, band, why, rate } = offer.check;
  return (
    <section aria-labelledby="band">
      <Group gap="xs" mb="xs">
        <Title order={3} id="band">
          {t('band.title')}
        </Title>
        <Badge color={COLORS[standing]}>{t(`band.standing.${standing}`)}</Badge>
      </Group>
      {why !== null && (
        <Text size="sm" c="dimmed">
          {t(`band.why.${why}`)}
        </Text>
      )}
      {parts.map((part) => (
        <PartStanding key={part.part} part={part} currency={band?.currency ?? offer.package.currency} />
      ))}
      {rate && (
        <Text size="xs" c="dimmed" mt={4}>
          {t('band.byRate', { from: rate.from, to: rate.to, rate: rate.rate, source: rate.source })}
        </Text>
      )}
      {offer.outsideReason !== null && offer.outsideReason !== '' && (
        <Text size="sm" mt="xs" className="typed">
          <Text span c="dimmed" size="sm">
            {t('band.reason')}{' '}
          </Text>
          {offer.outsideReason}
        </Text>
      )}
    </section>
  );
}

function PartStanding({ part, currency }: { readonly part: PartCheck; readonly currency: string }) {
  const { t } = useTranslation('offers');
  const { money, figure } = useMoney();
  const { standing, measure, offered, minimum, maximum, by, compaRatio } = part;
  const shown = (amount: string) => (measure === 'money' ? money(amount, currency) : measure === 'units' ? figure(amount) : `${figure(amount)}%`);
  const range = maximum === null ? t('band.from', { minimum: shown(minimum) }) : `${shown(minimum)} – ${shown(maximum)}`;
  return (
    <div className={classes.check} data-standing={standing}>
      <Group justify="space-between" gap="xs" wrap="nowrap" align="baseline">
        <Text size="sm" fw={600}>
          {t(`band.part.${part.part}`)}
        </Text>
        <Text size="sm" className="numbers" ta="end">
          {offered === null ? t('band.notComparable') : shown(offered)}
          {by !== null && <span className={classes.outside}> {t(`band.by.${standing === 'below' ? 'below' : 'above'}`, { amount: shown(by) })}</span>}
        </Text>
      </Group>
      {offered !== null && maximum !== null && <RangeBar offered={Number(offered)} minimum={Number(minimum)} maximum={Number(maximum)} />}
      <Group justify="space-between" gap="xs">
        <Text size="xs" c="dimmed" className="numbers">
          {t('band.range', { range })}
        </Text>
        {compaRatio !== null && (
          <Text size="xs" c="dimmed" className="numbers">
            {t('band.compaRatio', { ratio: figure(String(Math.round(Number(compaRatio) * 100) / 100)) })}
          </Text>
        )}
      </Group>
    </div>
  );
}

/** Where the offered amount stands; the band takes the middle, what lies outside keeps room on both sides. */
function RangeBar({ offered, minimum, maximum }: { readonly offered: number; readonly minimum: number; readonly maximum: number }) {
  const width = maximum - minimum || Math.max(1, maximum);
  const from = Math.min(minimum - width / 2, offered - width / 8);
  const to = Math.max(maximum + width / 2, offered + width / 8);
  const at = (value: number) => `${(100 * (value - from)) / (to - from)}%`;
  return (
    <div className={classes.bar} aria-hidden>
      <i className={classes.barBand} style={{ insetInlineStart: at(minimum), width: `calc(${at(maximum)} - ${at(minimum)})` }} />
      <i className={classes.barMark} style={{ insetInlineStart: at(offered) }} />
    </div>
  );
}
