import { Button, Group, Text, Textarea, Title } from '@mantine/core';
import { IconMailCheck } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../api/client';
import { FormDialog } from '../recruiter/form-dialog';
import { useChange } from '../recruiter/use-change';
import { EmptyScreen } from '../ui/empty-screen';
import { MorePages } from '../ui/more-pages';
import { ProblemAlert } from '../ui/problem-alert';
import { RowsSkeleton } from '../ui/screen-skeleton';
import { toastProblem } from '../ui/toast';
import { useFormat } from '../ui/use-format';
import classes from './admin.module.css';
import { useKindWords } from './background-section';
import { type DeadLetter, deadLettersQuery } from './queries';

const KEYS = [['background-work']];

/** Work given up after its last attempt: try it again, or let it go with a reason. */
export function DeadLetterList() {
  const { t } = useTranslation('admin');
  const [discarding, setDiscarding] = useState<DeadLetter | null>(null);
  const kindWords = useKindWords();
  const letters = useInfiniteQuery(deadLettersQuery);
  const items = letters.data?.pages.flatMap((page) => page.items);
  return (
    <section aria-labelledby="dead-letters">
      <Title order={2} size="h3" id="dead-letters" mb={4}>
        {t('letters.title')}
      </Title>
      <Text size="sm" c="dimmed" maw={640} mb="sm">
        {t('letters.text')}
      </Text>
      {letters.isError && !items && <ProblemAlert problem={letters.error} onRetry={() => void letters.refetch()} />}
      {letters.isPending && (
        <div aria-busy="true">
          <RowsSkeleton rows={2} height={56} />
        </div>
      )}
      {items?.length === 0 && <EmptyScreen icon={IconMailCheck} title={t('letters.empty')} text={t('letters.emptyText')} />}
      {items && items.length > 0 && (
        <ul className={classes.rows}>
          {items.map((letter) => (
            <LetterRow key={letter.id} letter={letter} onDiscard={() => setDiscarding(letter)} />
          ))}
        </ul>
      )}
      <MorePages query={letters}>{t('history.more')}</MorePages>
      {discarding && (
        <FormDialog
          onClose={() => setDiscarding(null)}
          title={t('letters.discardOf', { kind: kindWords(discarding.kind) })}
          text={t('letters.discardText')}
          submit={t('letters.discard')}
          done={t('letters.discarded')}
          danger
          keys={KEYS}
          initial={{ reason: '' }}
          send={(body) =>
            unwrap(api.POST('/api/v1/background-work/dead-letters/{jobId}/discard', { params: { path: { jobId: discarding.id } }, body }))
          }
        >
          {(form) => (
            <Textarea label={t('letters.why')} required autosize minRows={3} maxLength={2000} data-autofocus {...form.getInputProps('reason')} />
          )}
        </FormDialog>
      )}
    </section>
  );
}

function LetterRow({ letter, onDiscard }: { readonly letter: DeadLetter; readonly onDiscard: () => void }) {
  const { t } = useTranslation('admin');
  const format = useFormat();
  const kind = useKindWords()(letter.kind);
  const { id, attempts, error, diedAt, abilities } = letter;
  const when = format.dateTime(diedAt);
  const retry = useChange(() => unwrap(api.POST('/api/v1/background-work/dead-letters/{jobId}/retry', { params: { path: { jobId: id } } })), {
    keys: KEYS,
    done: t('letters.retried'),
  });
  return (
    <li className={classes.row}>
      <div className={classes.grow}>
        <Text size="sm" fw={500}>
          {kind}
        </Text>
        {error !== '' && (
          <Text size="sm" className="typed">
            {error}
          </Text>
        )}
        <Text size="xs" c="dimmed" title={format.exact(diedAt)}>
          {[t('letters.since', { when }), t('letters.attempts', { count: attempts })].join(' · ')}
        </Text>
      </div>
      <Group gap="xs">
        {abilities.retry && (
          <Button
            size="compact-sm"
            variant="default"
            loading={retry.isPending}
            aria-label={t('letters.retryNamed', { kind, when })}
            onClick={() => retry.mutate(undefined, { onError: toastProblem })}
          >
            {t('letters.retry')}
          </Button>
        )}
        {abilities.discard && (
          <Button size="compact-sm" variant="subtle" color="red" aria-label={t('letters.discardNamed', { kind, when })} onClick={onDiscard}>
            {t('letters.discard')}
          </Button>
        )}
      </Group>
    </li>
  );
}
