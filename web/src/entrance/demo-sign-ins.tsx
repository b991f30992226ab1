import { Group, Paper, Stack, Text, Title, UnstyledButton } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../ui/problem-alert';
import { signInAsDemo, useDemoPeople } from './demo-people';
import classes from './demo-sign-ins.module.css';

/** In a demo: everybody one can be, by one click. */
export function DemoSignIns({ isDemo, onDone }: { readonly isDemo: boolean; readonly onDone: () => void }) {
  const { t } = useTranslation('entrance');
  const people = useDemoPeople(isDemo).data ?? [];
  const signIn = useMutation({ mutationFn: signInAsDemo, onSuccess: onDone });
  if (people.length === 0) return null;
  return (
    <Paper component="section" p="lg" aria-labelledby="demo-title">
      <Stack gap="sm">
        <div>
          <Title order={2} id="demo-title" size="h3">
            {t('demo.title')}
          </Title>
          <Text size="xs" c="dimmed">
            {t('demo.text')}
          </Text>
        </div>
        {signIn.isError && <ProblemAlert problem={signIn.error} />}
        <div className={classes.list}>
          {people.map((person) => (
            <UnstyledButton key={person.email} className={classes.person} disabled={signIn.isPending} onClick={() => signIn.mutate(person.email)}>
              <Group wrap="nowrap" justify="space-between" gap="sm">
                <div>
                  <Text size="sm" fw={600}>
                    {person.name}
                  </Text>
                  <Text size="xs" c="dimmed">
                    {t(`demo.titles.${person.email.split('@')[0] ?? ''}`, { defaultValue: person.title })}
                  </Text>
                </div>
                <IconChevronRight size={16} aria-hidden />
              </Group>
            </UnstyledButton>
          ))}
        </div>
      </Stack>
    </Paper>
  );
}
