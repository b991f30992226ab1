import { Alert, Anchor, Badge, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { QueryState } from '../ui/query-state';
import { RowsSkeleton } from '../ui/screen-skeleton';
import classes from './panel-cards.module.css';
import { panelCardsQuery } from './queries';

const TONES: Readonly<Record<string, string>> = { submitted: 'green', due: 'amber', draft: 'amber' };

/** Every card of the application: how far each is, and the way into those that are open to me. */
export function PanelCards({ applicationId, ownId }: { readonly applicationId: string; readonly ownId: string }) {
  const { t } = useTranslation('scorecard');
  const cards = useQuery(panelCardsQuery(applicationId));
  return (
    <QueryState query={cards} skeleton={<RowsSkeleton rows={4} height={52} />}>
      {({ items }) => {
        const others = items.filter(({ id }) => id !== ownId);
        const isSealed = others.some(({ status, abilities }) => status === 'submitted' && !abilities.read);
        return (
          <>
            {isSealed && (
              <Alert color="gray" mb="md">
                {t('panel.sealed')}
              </Alert>
            )}
            <ul className={classes.list}>
              {items.map((card) => (
                <li key={card.id}>
                  <div>
                    <Text size="sm" fw={600}>
                      {card.interviewer.name}
                      {card.id === ownId && (
                        <Text span c="dimmed" fw={400}>
                          {' '}
                          {t('panel.me')}
                        </Text>
                      )}
                    </Text>
                    <Text size="xs" c="dimmed">
                      {card.round.name}
                      {!card.counts && ` · ${t('read.notCounted')}`}
                    </Text>
                  </div>
                  <Badge color={TONES[card.status] ?? 'gray'}>{t(`status.${card.status}`)}</Badge>
                  <span className={classes.action}>
                    {card.abilities.read && card.status === 'submitted' && card.id !== ownId && (
                      <Anchor
                        component={Link}
                        to={`/scorecards/${card.id}`}
                        size="sm"
                        aria-label={t('panel.readOf', { name: card.interviewer.name })}
                      >
                        {t('panel.read')}
                      </Anchor>
                    )}
                  </span>
                </li>
              ))}
            </ul>
            {others.length === 0 && (
              <Text size="sm" c="dimmed" mt="sm">
                {t('panel.alone')}
              </Text>
            )}
          </>
        );
      }}
    </QueryState>
  );
}
