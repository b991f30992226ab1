import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../ui/use-format';
import { useLocalDate } from '../ui/use-local-date';
import classes from './offers.module.css';
import type { OfferPackage } from './queries';
import { useMoney } from './use-money';
import { usePackageWords } from './use-package-words';

/** Everything that is offered, part by part. */
export function PackageView({ given }: { readonly given: OfferPackage }) {
  const { t } = useTranslation('offers');
  const { money } = useMoney();
  const words = usePackageWords(given.currency);
  const format = useFormat();
  const dates = useLocalDate();
  const { currency, level, base, bonuses, equity, signOn, relocation, stipends, startsOn, expiresAt, rates, notes } = given;
  return (
    <dl className={classes.package}>
      <Part name={t('package.base')} strong>
        {t('package.aYear', { amount: money(base, currency) })}
        {level !== '' && <Aside>{t('package.atLevel', { level })}</Aside>}
      </Part>
      {bonuses.map((bonus, index) => (
        <Part key={`b${index}`} name={bonus.name}>
          {words.bonus(bonus)}
          <Aside>{`${t(`package.assurance.${bonus.assurance}`)} · ${bonus.year === null ? t('package.everyYear') : t('package.onlyYear', { year: bonus.year })}`}</Aside>
        </Part>
      ))}
      {equity.map((grant, index) => (
        <Part key={`e${index}`} name={grant.name}>
          {words.grant(grant.grant)}
          <Aside>{words.vesting(grant.vesting)}</Aside>
          {grant.acceleration && <Aside>{words.acceleration(grant.acceleration)}</Aside>}
        </Part>
      ))}
      {[['signOn', signOn] as const, ['relocation', relocation] as const].map(
        ([key, payment]) =>
          payment && (
            <Part key={key} name={t(`package.${key}`)}>
              {money(payment.amount, currency)}
              {payment.clawBack && <Aside>{t(`package.clawBack.${payment.clawBack.manner}`, { count: payment.clawBack.months })}</Aside>}
            </Part>
          ),
      )}
      {stipends.map(({ name, amount, per }, index) => (
        <Part key={`s${index}`} name={name}>
          {t(`package.per.${per}`, { amount: money(amount, currency) })}
        </Part>
      ))}
      <Part name={t('package.startsOn')}>{startsOn === null ? t('package.notSet') : dates.day(startsOn)}</Part>
      <Part name={t('package.expiresAt')}>{expiresAt === null ? t('package.noEnd') : format.dateTime(expiresAt)}</Part>
      {rates.map(({ from, to, rate, source, asOf }) => (
        <Part key={`${from}${to}`} name={t('package.rate', { from, to })}>
          {rate}
          <Aside>{`${source}, ${dates.day(asOf)}`}</Aside>
        </Part>
      ))}
      {notes !== '' && (
        <Part name={t('package.notes')}>
          <span className="typed">{notes}</span>
        </Part>
      )}
    </dl>
  );
}

function Part({ name, strong = false, children }: { readonly name: string; readonly strong?: boolean; readonly children: ReactNode }) {
  return (
    <div data-strong={strong || undefined}>
      <dt>{name}</dt>
      <dd className="numbers">{children}</dd>
    </div>
  );
}

function Aside({ children }: { readonly children: ReactNode }) {
  return (
    <Text size="xs" c="dimmed" fw={400}>
      {children}
    </Text>
  );
}
