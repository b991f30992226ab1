import { Group, Text } from '@mantine/core';
import { Link } from 'react-router';
import classes from './logo.module.css';

export function Logo({ linked = true }: { readonly linked?: boolean }) {
  const mark = (
    <Group gap={8} wrap="nowrap" component="span">
      <svg width="22" height="22" viewBox="0 0 32 32" aria-hidden="true" className={classes.mark}>
        <path d="M16 1v12" strokeWidth="2.5" strokeLinecap="round" />
        <path d="M9.5 13h13L16 31z" stroke="none" />
      </svg>
      <Text component="span" fw={650} fz="1.0625rem" lts="-0.01em">
        Plumbline
      </Text>
    </Group>
  );
  return linked ? (
    <Link to="/" className={classes.link}>
      {mark}
    </Link>
  ) : (
    mark
  );
}
