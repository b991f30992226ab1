import { Badge, Group, Stack, Text, Title } from '@mantine/core';
import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CardContent, EvidenceItem, EvidenceRow, EvidenceValue } from '../api/card-content';
import type { EvidenceField, EvidenceForm } from '../api/rubric-content';
import { useFormat } from '../ui/use-format';
import classes from './card-reading.module.css';
import { unitOf } from './computed-preview';
import { levelText } from './field-words';

/** What reading a card takes of its rubric. */
export interface CardFrame {
  readonly scale: { readonly levels: number; readonly labels: readonly string[] };
  readonly criteria: readonly { readonly key: string; readonly name: string }[];
  readonly evidenceForms: readonly EvidenceForm[];
  readonly facts: readonly { readonly key: string; readonly name: string }[];
}

interface CardReadingProps {
  readonly content: CardContent;
  readonly frame: CardFrame;
  /** What stands below a piece of evidence: the criterion's key, and the piece's position on the rating. */
  readonly below?: ((criterion: string, item: number) => ReactNode) | undefined;
}

/** A card as its author submitted it. */
export function CardReading({ content, frame, below }: CardReadingProps) {
  const { t } = useTranslation('scorecard');
  const facts = frame.facts.filter(({ key }) => content.facts[key] !== undefined);
  return (
    <Stack gap="lg">
      <section className={classes.verdict} data-verdict={content.verdict ?? undefined}>
        <Text size="xs" c="dimmed">
          {t('verdict.legend')}
        </Text>
        <Text fw={650} size="lg">
          {content.verdict === null ? t('rail.unanswered') : t(`verdict.${content.verdict}`)}
        </Text>
        {content.summary !== '' && (
          <Text size="sm" className="typed" mt={6}>
            {content.summary}
          </Text>
        )}
      </section>
      {content.ratings.map((rating) => {
        const isRated = typeof rating.level === 'number';
        return (
          <section key={rating.criterion} className={classes.rating} id={`rating-${rating.criterion}`}>
            <Group justify="space-between" align="baseline" gap="sm">
              <Title order={2} size="h3">
                {frame.criteria.find(({ key }) => key === rating.criterion)?.name ?? rating.criterion}
              </Title>
              <Group gap={8}>
                {rating.confidence && (
                  <Text size="xs" c="dimmed">
                    {t('confidence.said', { confidence: t(`confidence.${rating.confidence}`) })}
                  </Text>
                )}
                <Badge size="lg" color={isRated ? 'plumb' : 'gray'}>
                  {isRated ? levelText(rating.level ?? 0, frame) : t('level.notAssessed')}
                </Badge>
              </Group>
            </Group>
            {rating.note !== '' && (
              <Text size="sm" className="typed" mt={6}>
                {rating.note}
              </Text>
            )}
            {rating.evidence.map((item, index) => (
              <Fragment key={index}>
                <Evidence item={item} form={frame.evidenceForms.find(({ key }) => key === item.form)} />
                {below?.(rating.criterion, index)}
              </Fragment>
            ))}
          </section>
        );
      })}
      {facts.length > 0 && (
        <section className={classes.rating}>
          <Title order={2} size="h3">
            {t('facts.title')}
          </Title>
          {facts.map(({ key, name }) => (
            <Text key={key} size="sm">
              {name}: <b>{t(content.facts[key] === true ? 'yes' : 'no')}</b>
            </Text>
          ))}
        </section>
      )}
    </Stack>
  );
}

/** Lists, and sentences rather than words. */
function isWide(value: EvidenceValue): boolean {
  return Array.isArray(value) || (typeof value === 'string' && value.length > 48);
}

function Evidence({ item, form }: { readonly item: EvidenceItem; readonly form: EvidenceForm | undefined }) {
  const { t } = useTranslation('scorecard');
  if (!form) {
    return (
      <blockquote className={classes.evidence}>
        <Text size="sm" className="typed">
          {String(item.fields['text'] ?? '')}
        </Text>
      </blockquote>
    );
  }
  return (
    <div className={classes.evidence}>
      <Text size="sm" fw={600}>
        {form.name}
      </Text>
      <dl className={classes.fields}>
        {form.fields.map((field) => {
          const value = item.fields[field.key];
          if (value === undefined || value === null || value === '') return null;
          return (
            <div key={field.key} data-wide={isWide(value) || undefined}>
              <dt>{field.name}</dt>
              <dd>
                {Array.isArray(value) ? (
                  <Rows rows={value} field={field} label={t('evidence.title')} />
                ) : (
                  <Value field={field} value={value} values={item.fields} />
                )}
              </dd>
            </div>
          );
        })}
      </dl>
    </div>
  );
}

function Value({
  field,
  value,
  values,
}: {
  readonly field: EvidenceField;
  readonly value: EvidenceValue;
  readonly values: EvidenceItem['fields'] | EvidenceRow;
}) {
  const { t } = useTranslation('scorecard');
  const format = useFormat();
  if (typeof value === 'boolean') return <>{t(value ? 'yes' : 'no')}</>;
  if (typeof value === 'number') {
    const isPercent = field.kind === 'computed' && field.formula.operation === 'percent_change';
    const unit = isPercent ? '%' : 'unit' in field ? unitOf(field.unit, values) : '';
    return (
      <span className="numbers">{`${isPercent && value > 0 ? '+' : ''}${format.number(value, field.kind === 'computed' ? 4 : 15)}${unit === '' ? '' : ` ${unit}`}`}</span>
    );
  }
  if (field.kind === 'choice') return <>{field.choices.find(({ key }) => key === value)?.name ?? String(value)}</>;
  if (value === null || value === '') return <span className={classes.none}>–</span>;
  return <span className="typed">{String(value)}</span>;
}

function Rows({ rows, field, label }: { readonly rows: readonly EvidenceRow[]; readonly field: EvidenceField; readonly label: string }) {
  if (field.kind !== 'list') return null;
  return (
    <div className={classes.scroll} tabIndex={0} role="group" aria-label={`${label}: ${field.name}`}>
      <table className={classes.table}>
        <thead>
          <tr>
            {field.ranked === true && <th scope="col">#</th>}
            {field.fields.map(({ key, name }) => (
              <th key={key} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {field.ranked === true && <td>{index + 1}</td>}
              {field.fields.map((one) => (
                <td key={one.key}>
                  <Value field={one} value={row[one.key] ?? null} values={row} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
