import { Badge, Button, Checkbox, NumberInput, Stack, Text, TextInput } from '@mantine/core';
import { IconKey, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, once, unwrap } from '../api/client';
import { FormDialog } from '../recruiter/form-dialog';
import { useChange } from '../recruiter/use-change';
import { EmptyScreen } from '../ui/empty-screen';
import { PageHeader } from '../ui/page-header';
import { QueryState } from '../ui/query-state';
import { toastProblem } from '../ui/toast';
import { useFormat } from '../ui/use-format';
import classes from './admin.module.css';
import { OneTimeSecret } from './one-time-link';
import { tokensQuery, type Token } from './queries';

const SCOPES: readonly Token['scopes'][number][] = ['read', 'write', 'scorecards', 'export', 'admin'];

/** One's own API tokens: each acts as its owner and opens no more than they may. */
export function Component() {
  const { t } = useTranslation('admin');
  const [making, setMaking] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  const make = (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setMaking(true)}>
      {t('tokens.new')}
    </Button>
  );
  return (
    <>
      <PageHeader title={t('tokens.title')} text={t('tokens.text')} actions={make} />
      <QueryState query={useQuery(tokensQuery)}>
        {(items) =>
          items.length === 0 ? (
            <EmptyScreen icon={IconKey} title={t('tokens.empty')} text={t('tokens.emptyText')}>
              {make}
            </EmptyScreen>
          ) : (
            <ul className={classes.rows}>
              {items.map((token) => (
                <TokenRow key={token.id} token={token} />
              ))}
            </ul>
          )
        }
      </QueryState>
      {making && (
        <FormDialog
          onClose={() => setMaking(false)}
          title={t('tokens.new')}
          submit={t('tokens.make')}
          keys={[['tokens']]}
          initial={{ name: '', scopes: ['read'] as string[], expiresInDays: 90 as number | string }}
          send={({ name, scopes, expiresInDays }, key) =>
            unwrap(
              api.POST('/api/v1/tokens', {
                headers: once(key),
                body: { name, scopes: SCOPES.filter((scope) => scopes.includes(scope)), ...(typeof expiresInDays === 'number' && { expiresInDays }) },
              }),
            )
          }
          then={(token) => {
            setMaking(false);
            setSecret(token.secret);
          }}
        >
          {(form) => (
            <>
              <TextInput
                label={t('tokens.name')}
                placeholder={t('tokens.namePlaceholder')}
                required
                data-autofocus
                maxLength={100}
                {...form.getInputProps('name')}
              />
              <Checkbox.Group label={t('tokens.scopes')} {...form.getInputProps('scopes')}>
                <Stack gap={8} mt={6}>
                  {SCOPES.map((scope) => (
                    <Checkbox key={scope} value={scope} label={t(`tokens.scope.${scope}`)} />
                  ))}
                </Stack>
              </Checkbox.Group>
              <NumberInput label={t('tokens.days')} description={t('tokens.daysText')} min={1} max={366} {...form.getInputProps('expiresInDays')} />
            </>
          )}
        </FormDialog>
      )}
      {secret !== null && <OneTimeSecret title={t('tokens.secret')} text={t('tokens.secretText')} secret={secret} onClose={() => setSecret(null)} />}
    </>
  );
}

function TokenRow({ token }: { readonly token: Token }) {
  const { t } = useTranslation('admin');
  const format = useFormat();
  const { id, name, hint, scopes, createdAt, expiresAt, lastUsedAt, revokedAt, abilities } = token;
  const revoke = useChange(() => unwrap(api.DELETE('/api/v1/tokens/{tokenId}', { params: { path: { tokenId: id } } })), {
    keys: [['tokens']],
    done: t('tokens.revoked'),
  });
  const facts = [
    `…${hint}`,
    scopes.map((scope) => t(`tokens.scope.${scope}`)).join(', '),
    t('tokens.made', { date: format.date(createdAt) }),
    expiresAt === null ? t('tokens.forever') : t('link.until', { when: format.date(expiresAt) }),
    lastUsedAt === null ? t('tokens.unused') : t('tokens.used', { when: format.fromNow(lastUsedAt) }),
  ];
  return (
    <li className={classes.row}>
      <div className={classes.grow}>
        <Text size="sm" fw={500}>
          {name} {revokedAt !== null && <Badge color="gray">{t('tokens.isRevoked')}</Badge>}
        </Text>
        <Text size="xs" c="dimmed">
          {facts.join(' · ')}
        </Text>
      </div>
      {abilities.revoke && (
        <Button
          size="compact-sm"
          variant="default"
          loading={revoke.isPending}
          onClick={() => revoke.mutate(undefined, { onError: toastProblem })}
          aria-label={t('tokens.revokeOf', { name })}
        >
          {t('tokens.revoke')}
        </Button>
      )}
    </li>
  );
}
