import { Select, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './inbox.module.css';
import { byGroup, type MailKind } from './kind-groups';
import type { Delivery, MailChange } from './queries';

const DELIVERIES: readonly Delivery[] = ['at_once', 'digest', 'off'];

interface MailKindsProps {
  readonly kinds: readonly MailKind[];
  /** Only what differs from a kind's own. */
  readonly chosen: MailChange['kinds'];
  readonly onChange: (chosen: MailChange['kinds']) => void;
}

/** For each kind: at once, in the digest, or not by mail. */
export function MailKinds({ kinds, chosen, onChange }: MailKindsProps) {
  const { t } = useTranslation('inbox');
  const set = (one: MailKind, delivery: Delivery) => {
    const rest = Object.fromEntries(Object.entries(chosen).filter(([kind]) => kind !== one.kind));
    onChange(delivery === one.default ? rest : { ...rest, [one.kind]: delivery });
  };
  return (
    <div className={classes.groups}>
      {byGroup(kinds).map(([group, members]) => (
        <div key={group} className={classes.group}>
          <Title order={3} mb={4}>
            {t(`group.${group}`)}
          </Title>
          {members.map((one) => {
            const name = t(`kind.${one.kind.replace('.', '_')}`, { defaultValue: one.kind });
            return (
              <div key={one.kind} className={classes.kind}>
                <Text size="sm" flex="1 1 12rem">
                  {name}
                </Text>
                <Select
                  size="xs"
                  w={150}
                  aria-label={name}
                  allowDeselect={false}
                  data={DELIVERIES.map((value) => ({ value, label: t(`delivery.${value}`) }))}
                  value={chosen[one.kind] ?? one.default}
                  onChange={(value) => set(one, DELIVERIES.find((delivery) => delivery === value) ?? one.default)}
                />
              </div>
            );
          })}
        </div>
      ))}
    </div>
  );
}
