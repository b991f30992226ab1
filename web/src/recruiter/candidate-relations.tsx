import { Button, Paper, Select, Stack, Text, Textarea, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, once, unwrap } from '../api/client';
import { FormDialog } from './form-dialog';
import { PersonSelect } from './person-select';
import type { Candidate } from './queries';
import { ReasonForm } from './reason-form';

const SOURCES = ['referrer', 'relation', 'linked_employee'] as const;
const KEYS = [['candidates'], ['applications']];

/** Who cannot judge this person, because the record says how they know each other. */
export function CandidateRelations({ candidate }: { readonly candidate: Candidate }) {
  const { t } = useTranslation('recruiter');
  const [adding, setAdding] = useState(false);
  const [withdrawing, setWithdrawing] = useState<Candidate['relations'][number] | null>(null);
  const { id, relations, abilities } = candidate;
  if (!abilities.recordRelation && relations.length === 0) return null;
  return (
    <section aria-labelledby="relations">
      <Title order={2} size="h3" id="relations" mb="xs">
        {t('relations.title')}
      </Title>
      <Paper p="md">
        <Stack gap="sm" align="flex-start">
          <Text size="sm" c="dimmed">
            {t('relations.text')}
          </Text>
          {relations.map((relation) => (
            <div key={relation.id}>
              <Text size="sm" fw={500}>
                {relation.userName} · {t(`relations.source.${relation.source}`)}
              </Text>
              {relation.reason !== '' && (
                <Text size="sm" className="typed">
                  {relation.reason}
                </Text>
              )}
              {abilities.recordRelation && (
                <Button
                  size="compact-xs"
                  variant="subtle"
                  ml={-8}
                  onClick={() => setWithdrawing(relation)}
                  aria-label={t('relations.withdrawOf', { name: relation.userName })}
                >
                  {t('relations.withdraw')}
                </Button>
              )}
            </div>
          ))}
          {abilities.recordRelation && (
            <Button size="xs" variant="default" onClick={() => setAdding(true)}>
              {t('relations.add')}
            </Button>
          )}
        </Stack>
      </Paper>
      {adding && (
        <FormDialog
          onClose={() => setAdding(false)}
          title={t('relations.add')}
          text={t('relations.text')}
          submit={t('relations.add')}
          done={t('relations.added')}
          keys={KEYS}
          initial={{ userId: '', source: 'relation', reason: '' }}
          send={(body, key) =>
            unwrap(
              api.POST('/api/v1/candidates/{candidateId}/relations', {
                params: { path: { candidateId: id } },
                headers: once(key),
                body: body as never,
              }),
            )
          }
        >
          {(form) => (
            <>
              <PersonSelect
                label={t('relations.person')}
                required
                data-autofocus
                {...form.getInputProps('userId')}
                value={form.getValues().userId || null}
                onChange={(value) => form.setFieldValue('userId', value ?? '')}
              />
              <Select
                label={t('relations.how')}
                allowDeselect={false}
                data={SOURCES.map((value) => ({ value, label: t(`relations.source.${value}`) }))}
                {...form.getInputProps('source')}
              />
              <Textarea label={t('reason.optional')} autosize minRows={2} maxLength={2000} {...form.getInputProps('reason')} />
            </>
          )}
        </FormDialog>
      )}
      {withdrawing && (
        <ReasonForm
          title={t('relations.withdrawOf', { name: withdrawing.userName })}
          submit={t('relations.withdraw')}
          done={t('relations.withdrawn')}
          keys={KEYS}
          send={(reason, key) =>
            unwrap(
              api.POST('/api/v1/candidates/{candidateId}/relations/{relationId}/withdraw', {
                params: { path: { candidateId: id, relationId: withdrawing.id } },
                headers: once(key),
                body: { reason },
              }),
            )
          }
          onClose={() => setWithdrawing(null)}
        />
      )}
    </section>
  );
}
