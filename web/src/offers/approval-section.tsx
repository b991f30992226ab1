import { Text, Title } from '@mantine/core';
import { IconCircleCheck, IconCircleDashed, IconCircleX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../ui/use-format';
import classes from './offers.module.css';
import type { ApprovalNeed, Offer } from './queries';

type Approval = Offer['approvals'][number];

/** What it takes to let the offer out, what was given, and what is missing. */
export function ApprovalSection({ offer }: { readonly offer: Offer }) {
  const { t } = useTranslation('offers');
  const format = useFormat();
  const { requirement, approvals, status } = offer;
  const need = ({ seat, count }: ApprovalNeed) => t(`approval.need.${seat}`, { count });
  const isOver = ['accepted', 'declined', 'rescinded', 'expired'].includes(status);
  const standing = approvals.filter(({ voidedAt }) => voidedAt === null);
  const fallen = approvals.filter(({ voidedAt }) => voidedAt !== null);
  return (
    <section aria-labelledby="approvals">
      <Title order={3} id="approvals" mb={4}>
        {t('approval.title')}
      </Title>
      <Text size="sm">
        {requirement.needs.length === 0
          ? t('approval.nothing')
          : t(`approval.${requirement.side}`, { needs: format.list(requirement.needs.map(need)) })}
        {!requirement.pinned && requirement.reasonRequired && ` ${t('approval.reasonToo')}`}
      </Text>
      {(standing.length > 0 || requirement.missing.length > 0) && (
        <ul className={classes.approvals}>
          {standing.map((approval) => (
            <Given key={`${approval.by.id} ${approval.at}`} approval={approval} />
          ))}
          {!isOver &&
            requirement.missing.map((missing) => (
              <li key={missing.seat}>
                <IconCircleDashed size={18} aria-hidden />
                <Text size="sm" c="dimmed">
                  {t('approval.missing', { need: need(missing) })}
                </Text>
              </li>
            ))}
        </ul>
      )}
      {fallen.length > 0 && (
        <details className={classes.fallen}>
          <summary>{t('approval.fallen', { count: fallen.length })}</summary>
          <ul className={classes.approvals}>
            {fallen.map((approval) => (
              <Given key={`${approval.by.id} ${approval.at}`} approval={approval} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function Given({ approval }: { readonly approval: Approval }) {
  const { t } = useTranslation('offers');
  const format = useFormat();
  const { seat, verdict, by, onBehalfOf, words, at, voidedAt, revision } = approval;
  const isApproved = verdict === 'approved';
  return (
    <li data-verdict={voidedAt === null ? verdict : 'void'}>
      {isApproved ? <IconCircleCheck size={18} aria-hidden /> : <IconCircleX size={18} aria-hidden />}
      <div>
        <Text size="sm">
          <b>{by.name}</b> {t(`approval.verdict.${verdict}`)}
          {voidedAt !== null && ` · ${t('approval.void', { revision })}`}
        </Text>
        <Text size="xs" c="dimmed">
          {[t(`approval.seat.${seat}`), onBehalfOf === null ? '' : t('approval.for', { name: onBehalfOf.name }), format.dateTime(at)]
            .filter((part) => part !== '')
            .join(' · ')}
        </Text>
        {words !== '' && (
          <Text size="sm" className="typed">
            {words}
          </Text>
        )}
      </div>
    </li>
  );
}
