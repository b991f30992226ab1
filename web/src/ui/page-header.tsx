import { Anchor, Group, Text, Title } from '@mantine/core';
import { IconChevronLeft } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { useNavigationType, Link } from 'react-router';
import classes from './page-header.module.css';

/** The title of the browser's tab. */
export function PageTitle({ title }: { readonly title: string }) {
  useEffect(() => {
    document.title = `${title} · Plumbline`;
  }, [title]);
  return null;
}

interface PageHeaderProps {
  readonly title: string;
  readonly text?: ReactNode;
  readonly back?: { readonly to: string; readonly label: string } | undefined;
  readonly actions?: ReactNode;
  /** Beside the title: a badge or two. */
  readonly aside?: ReactNode;
}

/** A screen's heading. After moving to another screen the focus comes here, so that the new title is read out. */
export function PageHeader({ title, text, back, actions, aside }: PageHeaderProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const how = useNavigationTypeOutsideRouter();
  useEffect(() => {
    if (how === 'PUSH' && document.activeElement?.closest('main') == null) heading.current?.focus({ preventScroll: true });
  }, [how]);
  return (
    <header className={classes.root}>
      <PageTitle title={title} />
      {back && (
        <div className={classes.back}>
          <Anchor component={Link} to={back.to} size="sm" c="dimmed" display="inline-flex" style={{ alignItems: 'center', gap: 2 }} ml={-4} py={2}>
            <IconChevronLeft size={16} aria-hidden /> {back.label}
          </Anchor>
        </div>
      )}
      <Group gap="sm" align="center" className={classes.title}>
        <Title order={1} ref={heading} tabIndex={-1}>
          {title}
        </Title>
        {aside}
      </Group>
      {text !== undefined && (
        <Text c="dimmed" size="sm" component="div" className={classes.text}>
          {text}
        </Text>
      )}
      {actions !== undefined && (
        <Group gap="xs" className={classes.actions}>
          {actions}
        </Group>
      )}
    </header>
  );
}

/** The last net draws a header outside the router, where there is no navigation to ask about. */
function useNavigationTypeOutsideRouter(): string {
  try {
    return useNavigationType();
  } catch {
    return 'POP';
  }
}
