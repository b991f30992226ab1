import { Box, Skeleton, Stack, VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** The shape of a list screen while its data is on the way. */
export function ScreenSkeleton() {
  const { t } = useTranslation('app');
  return (
    <Box p="xs" aria-busy="true">
      <VisuallyHidden role="status">{t('loading')}</VisuallyHidden>
      <Skeleton height={28} width={220} mb="lg" />
      <RowsSkeleton rows={5} />
    </Box>
  );
}

export function RowsSkeleton({ rows = 4, height = 68 }: { readonly rows?: number; readonly height?: number }) {
  return (
    <Stack gap="xs" aria-hidden>
      {Array.from({ length: rows }, (_, index) => (
        <Skeleton key={index} height={height} radius="md" />
      ))}
    </Stack>
  );
}
