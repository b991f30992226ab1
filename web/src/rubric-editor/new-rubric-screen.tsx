import { Button, Paper, Select, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { rubricsQuery, templateQuery, templatesQuery } from '../admin/queries';
import { api, once, unwrap } from '../api/client';
import type { Problem } from '../api/problem';
import type { WholeRubric } from '../api/rubric-content';
import { useChange } from '../recruiter/use-change';
import { useSendKey } from '../recruiter/use-send-key';
import { showFaults } from '../ui/field-faults';
import { PageHeader } from '../ui/page-header';
import { ProblemAlert } from '../ui/problem-alert';
import { useProblemWords } from '../ui/use-problem-words';
import { emptyRubric } from './rubric-edits';

/** A new rubric: from nothing, from a template, or as a copy of one that is there. */
export function Component() {
  const { t } = useTranslation(['rubric-editor', 'admin']);
  const navigate = useNavigate();
  const client = useQueryClient();
  const words = useProblemWords();
  const keyOf = useSendKey();
  const [params] = useSearchParams();
  const [problem, setProblem] = useState<Problem | null>(null);
  const templates = useQuery(templatesQuery).data ?? [];
  const rubrics = useInfiniteQuery(rubricsQuery('')).data?.pages.flatMap((page) => page.items) ?? [];
  const template = params.get('template');
  const form = useForm({ initialValues: { name: '', from: template === null ? 'nothing' : `template/${template}` } });
  const contentFrom = async (from: string): Promise<unknown> => {
    const [kind, id = ''] = from.split('/');
    if (kind === 'template') return (await client.fetchQuery(templateQuery(id))).rubric;
    if (kind === 'rubric') return (await unwrap(api.GET('/api/v1/rubrics/versions/{versionId}', { params: { path: { versionId: id } } }))).content;
    const empty: WholeRubric = emptyRubric([1, 2, 3, 4].map((level) => t(`scale.usual.${level}`)));
    return empty;
  };
  const create = useChange(
    async ({ name, from }: { readonly name: string; readonly from: string }) =>
      unwrap(api.POST('/api/v1/rubrics', { headers: once(keyOf([name, from])), body: { name, content: (await contentFrom(from)) as never } })),
    { keys: [['rubrics']], then: ({ rubricId }) => void navigate(`/rubrics/${rubricId}/edit`, { replace: true }) },
  );
  const submit = (values: { readonly name: string; readonly from: string }) =>
    create.mutate(values, {
      onError: (error) => {
        const { problem: said, allShown } = showFaults(form, error, words);
        setProblem(allShown ? null : said);
      },
    });
  return (
    <>
      <PageHeader title={t('create.title')} text={t('create.text')} back={{ to: '/rubrics', label: t('admin:rubrics.title') }} />
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
                {
                  group: t('create.rubrics'),
                  items: rubrics.map(({ latestVersionId, name, latestNumber }) => ({
                    value: `rubric/${latestVersionId}`,
                    label: `${name} · ${t('admin:rubrics.version', { number: latestNumber })}`,
                  })),
                },
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
