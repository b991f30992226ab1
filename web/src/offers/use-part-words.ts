import { useTranslation } from 'react-i18next';
import { useFormat } from '../ui/use-format';
import { useLocalDate } from '../ui/use-local-date';
import type { PackagePart } from './changed-parts';
import type { OfferPackage } from './queries';
import { useMoney } from './use-money';
import { usePackageWords } from './use-package-words';

/** One part of a package in words, a line each; '' where it is not there. */
export function usePartWords(given: OfferPackage): (part: PackagePart) => string {
  const { t } = useTranslation('offers');
  const { money } = useMoney();
  const words = usePackageWords(given.currency);
  const format = useFormat();
  const dates = useLocalDate();
  const { currency, base, bonuses, equity, signOn, relocation, stipends, startsOn, expiresAt, rates } = given;
  const payment = (paid: OfferPackage['signOn']) =>
    paid === null
      ? ''
      : [money(paid.amount, currency), paid.clawBack ? t(`package.clawBack.${paid.clawBack.manner}`, { count: paid.clawBack.months }) : '']
          .filter((part) => part !== '')
          .join(' · ');
  const year = (only: number | null) => (only === null ? t('package.everyYear') : t('package.onlyYear', { year: only }));
  return (part) => {
    switch (part) {
      case 'base':
        return t('package.aYear', { amount: money(base, currency) });
      case 'bonuses':
        return bonuses
          .map((bonus) => [`${bonus.name}: ${words.bonus(bonus)}`, t(`package.assurance.${bonus.assurance}`), year(bonus.year)].join(' · '))
          .join('\n');
      case 'equity':
        return equity.map(({ name, grant, vesting }) => `${name}: ${words.grant(grant)} · ${words.vesting(vesting)}`).join('\n');
      case 'signOn':
        return payment(signOn);
      case 'relocation':
        return payment(relocation);
      case 'stipends':
        return stipends.map(({ name, amount, per }) => `${name}: ${t(`package.per.${per}`, { amount: money(amount, currency) })}`).join('\n');
      case 'startsOn':
        return startsOn === null ? '' : dates.day(startsOn);
      case 'expiresAt':
        return expiresAt === null ? '' : format.dateTime(expiresAt);
      case 'rates':
        return rates
          .map(({ from, to, rate, source, asOf }) => `${t('package.rate', { from, to })}: ${rate} (${source}, ${dates.day(asOf)})`)
          .join('\n');
      default:
        return given[part];
    }
  };
}
