import { Anchor, Skeleton, Stack, Text } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { components } from '../api/schema.gen';
import { ProblemAlert } from '../ui/problem-alert';

type LinkInfo = components['schemas']['LinkDto'];

interface LinkGateProps {
  readonly token: string;
  readonly kind: LinkInfo['kind'];
  readonly link: UseQueryResult<LinkInfo>;
  readonly children: (info: LinkInfo) => ReactNode;
}

/** Shows the form only behind a link that still works, and the way out otherwise. */
export function LinkGate({ token, kind, link, children }: LinkGateProps) {
  const { t } = useTranslation('entrance');
  if (link.data?.kind === kind) return <>{children(link.data)}</>;
  if (token !== '' && link.isPending) return <Skeleton height={180} />;
  return (
    <Stack>
      {link.isError ? (
        <ProblemAlert problem={link.error} />
      ) : (
        <Text size="sm" role="alert">
          {t('link.incomplete')}
        </Text>
      )}
      <Anchor component={Link} to="/sign-in" size="sm">
        {t('toSignIn')}
      </Anchor>
    </Stack>
  );
}
