import { Badge, Group, Select, Stack, Text, Title } from '@mantine/core';
import { IconEqual } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { fieldName, fieldText } from '../scorecard/field-words';
import { useWholeKit } from '../scorecard/other-criteria';
import { type CardChange, comparisonQuery, type Kit, kitQuery, type Revision, revisionsQuery } from '../scorecard/queries';
import { EmptyScreen } from '../ui/empty-screen';
import { PageHeader } from '../ui/page-header';
import { QueryState } from '../ui/query-state';
import { ScreenState } from '../ui/screen-state';
import { useFormat } from '../ui/use-format';
import classes from './revisions-screen.module.css';

/** What a card said before and what it says now, change by change. */
export function Component() {
  const { t } = useTranslation('scorecard');
  const { cardId = '' } = useParams();
  const revisions = useQuery(revisionsQuery(cardId));
  return (
    <ScreenState query={useQuery(kitQuery(cardId))}>
      {(kit) => (
        <>
          <PageHeader
            title={t('revisions.title')}
            text={`${kit.candidate.name} · ${kit.round.name}`}
            back={{ to: `/scorecards/${cardId}`, label: t('revisions.back') }}
          />
          <QueryState query={revisions}>{(items) => <Comparison cardId={cardId} revisions={items} kit={kit} />}</QueryState>
        </>
      )}
    </ScreenState>
  );
}

interface ComparisonProps {
  readonly cardId: string;
  readonly revisions: readonly Revision[];
  readonly kit: Kit;
}

function Comparison({ cardId, revisions, kit }: ComparisonProps) {
  const { t } = useTranslation('scorecard');
  const format = useFormat();
  const [query, setQuery] = useSearchParams();
  const last = revisions.at(-1)?.number ?? 1;
  const to = Number(query.get('to') ?? last);
  const from = Number(query.get('from') ?? Math.max(1, to - 1));
  const comparison = useQuery(comparisonQuery(cardId, from, to));
  const options = revisions.map(({ number, submittedAt }) => ({
    value: String(number),
    label: t('revisions.option', { number, when: format.dateTime(submittedAt) }),
  }));
  const choose = (which: 'from' | 'to') => (value: string | null) =>
    setQuery({ from: String(from), to: String(to), [which]: value ?? '' }, { replace: true });
  if (revisions.length === 1) return <EmptyScreen icon={IconEqual} title={t('revisions.only')} text={t('revisions.onlyText')} />;
  return (
    <Stack gap="lg" maw={860}>
      <Group align="flex-end">
        <Select label={t('revisions.from')} data={options} value={String(from)} onChange={choose('from')} allowDeselect={false} />
        <Select label={t('revisions.to')} data={options} value={String(to)} onChange={choose('to')} allowDeselect={false} />
      </Group>
      {revisions
        .filter(({ number, reason }) => number > from && number <= to && reason !== null)
        .map(({ number, reason, exposed }) => (
          <div key={number}>
            <Group gap={8}>
              <Text size="sm" fw={600}>
                {t('revisions.why', { number })}
              </Text>
              {exposed && (
                <Badge color="amber" size="sm">
                  {t('read.exposed')}
                </Badge>
              )}
            </Group>
            <Text size="sm" className="typed">
              {reason}
            </Text>
          </div>
        ))}
      {from === to ? (
        <EmptyScreen icon={IconEqual} title={t('revisions.same')} text={t('revisions.sameText')} />
      ) : (
        <QueryState query={comparison}>{({ changes }) => <Changes changes={changes} kit={kit} />}</QueryState>
      )}
    </Stack>
  );
}

const MEMBER: Readonly<Record<string, string>> = {
  level_changed: 'level',
  confidence_changed: 'confidence',
  evidence_changed: 'evidence',
  note_changed: 'note',
};

/** A change as the field it is about. */
function fieldOf({ code, key = '' }: CardChange): string {
  if (code === 'verdict_changed') return 'verdict';
  if (code === 'summary_changed') return 'summary';
  if (code === 'fact_changed') return `facts/${key}`;
  return `ratings/${key}${MEMBER[code] === undefined ? '' : `/${MEMBER[code]}`}`;
}

function Changes({ changes, kit: kitOfRound }: { readonly changes: readonly CardChange[]; readonly kit: Kit }) {
  const { t } = useTranslation('scorecard');
  const kit = useWholeKit(kitOfRound);
  const say = (value: unknown, field: string) =>
    typeof value === 'object' && value !== null && 'criterion' in value ? t('revisions.rating') : fieldText(value, field, kit, t);
  if (changes.length === 0) return <EmptyScreen icon={IconEqual} title={t('revisions.same')} />;
  return (
    <Stack gap="md">
      {changes.map((change) => {
        const field = fieldOf(change);
        return (
          <section key={change.pointer + change.code} className={classes.change}>
            <Title order={2} size="h3">
              {fieldName(field, kit, t)}
            </Title>
            <dl className={classes.sides}>
              <div>
                <dt>{t('revisions.before')}</dt>
                <dd className="typed">{say(change.before, field) || t('conflict.empty')}</dd>
              </div>
              <div>
                <dt>{t('revisions.after')}</dt>
                <dd className="typed">{say(change.after, field) || t('conflict.empty')}</dd>
              </div>
            </dl>
          </section>
        );
      })}
    </Stack>
  );
}
