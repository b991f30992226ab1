import { useTranslation } from 'react-i18next';
import { useFormat } from '../ui/use-format';
import type { OfferPackage } from './queries';
import { useMoney } from './use-money';

type Bonus = OfferPackage['bonuses'][number];
type Grant = OfferPackage['equity'][number];

/** Parts of a package in words. */
export function usePackageWords(currency: string) {
  const { t } = useTranslation('offers');
  const { money, figure } = useMoney();
  const format = useFormat();
  return {
    bonus: ({ amount }: Bonus) =>
      amount.kind === 'amount'
        ? money(amount.value ?? '0', currency)
        : amount.kind === 'percent_of_base'
          ? t('package.ofBase', { percent: figure(amount.percent ?? '0') })
          : t('package.unstated'),
    grant: (grant: Grant['grant']) => {
      if (grant.kind === 'value') return money(grant.value ?? '0', currency);
      if (grant.kind === 'units')
        return t('package.units', { units: figure(grant.units ?? '0'), price: money(grant.unitValue ?? '0', currency), by: grant.valuedBy ?? '' });
      if (grant.kind === 'percent_of_shares') {
        const share = t('package.shares', { percent: figure(grant.percent ?? '0'), of: grant.of ?? '' });
        return grant.statedValue == null ? share : t('package.sharesValued', { share, value: money(grant.statedValue, currency) });
      }
      return t('package.unstated');
    },
    vesting: ({ months, cliffMonths, everyMonths, yearlyPercents }: Grant['vesting']) =>
      [
        t('package.vests', { count: months }),
        yearlyPercents ? format.list(yearlyPercents.map((percent) => `${percent}%`)) : t(`package.every.${everyMonths}`),
        cliffMonths > 0 ? t('package.cliff', { count: cliffMonths }) : t('package.noCliff'),
      ].join(' · '),
    acceleration: ({ trigger, condition, percent, withinMonths }: NonNullable<Grant['acceleration']>) =>
      [
        t(`package.trigger.${trigger}`, { percent: figure(percent), condition }),
        withinMonths === null ? '' : t('package.within', { count: withinMonths }),
      ]
        .filter((part) => part !== '')
        .join(' · '),
  };
}
