import { Button, Paper, Select, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { templateQuery, templatesQuery } from '../admin/queries';
import { api, once, unwrap } from '../api/client';
import type { Problem } from '../api/problem';
import { useChange } from '../recruiter/use-change';
import { useSendKey } from '../recruiter/use-send-key';
import { showFaults } from '../ui/field-faults';
import { PageHeader } from '../ui/page-header';
import { ProblemAlert } from '../ui/problem-alert';
import { useProblemWords } from '../ui/use-problem-words';
import type { PlanDraft } from './plan-content';
import { newRound } from './plan-edits';
import { bodyOf, draftOf, plansQuery, readPlan } from './queries';

interface Start {
  readonly name: string;
  readonly from: string;
}

/** A new plan: one round to begin with, a template's rounds and kits, or a copy of a plan that is there. */
export function Component() {
  const { t } = useTranslation('plan-editor');
  const navigate = useNavigate();
  const client = useQueryClient();
  const words = useProblemWords();
  const keyOf = useSendKey();
  const [params] = useSearchParams();
  const [problem, setProblem] = useState<Problem | null>(null);
  const templates = useQuery(templatesQuery).data ?? [];
  const plans = useInfiniteQuery(plansQuery('', false)).data?.pages.flatMap((page) => page.items) ?? [];
  const template = params.get('template');
  const form = useForm<Start>({ initialValues: { name: '', from: template === null ? 'nothing' : `template/${template}` } });
  const startFrom = async (from: string): Promise<Omit<PlanDraft, 'name'>> => {
    const [kind, id = ''] = from.split('/');
    if (kind === 'plan') return draftOf(await readPlan(id));
    if (kind === 'template') {
      const { plan, kits } = await client.fetchQuery(templateQuery(id));
      return { content: plan, kits } as unknown as PlanDraft;
    }
    const first = newRound('round_1', t('round.new', { number: 1 }), t('round.newFocus'), t('panel.new'), 7);
    return { content: { rounds: [first], deadlines: {} }, kits: [] };
  };
  const create = useChange(
    async ({ name, from }: Start) =>
      unwrap(api.POST('/api/v1/interview-plans', { headers: once(keyOf([name, from])), body: bodyOf({ ...(await startFrom(from)), name }) })),
    { keys: [['plans']], then: ({ id }) => void navigate(`/plans/${id}`, { replace: true }) },
  );
  const submit = (values: Start) =>
    create.mutate(values, {
      onError: (error) => {
        const { problem: said, allShown } = showFaults(form, error, words);
        setProblem(allShown ? null : said);
      },
    });
  return (
    <>
      <PageHeader title={t('create.title')} text={t('create.text')} back={{ to: '/plans', label: t('title') }} />
      <Paper p="lg" maw={620}>
        <form onSubmit={form.onSubmit(submit)}>
          <Stack>
            {problem && <ProblemAlert problem={problem} />}
            <TextInput label={t('name')} required maxLength={200} {...form.getInputProps('name')} />
            <Select
              label={t('create.from')}
              allowDeselect={false}
              data={[
                { value: 'nothing', label: t('create.nothing') },
                { group: t('create.templates'), items: templates.map(({ key, name }) => ({ value: `template/${key}`, label: name })) },
                { group: t('create.plans'), items: plans.map(({ id, name }) => ({ value: `plan/${id}`, label: name })) },
              ]}
              {...form.getInputProps('from')}
            />
            <div>
              <Button type="submit" loading={create.isPending}>
                {t('create.make')}
              </Button>
            </div>
          </Stack>
        </form>
      </Paper>
    </>
  );
}
