import { Button, Text } from '@mantine/core';
import { IconPlus, IconRoute } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { GroupFault } from '../ui/draft-faults';
import { EmptyScreen } from '../ui/empty-screen';
import { ItemList } from '../ui/item-list';
import { freshKey } from '../ui/list-edits';
import { moved } from '../ui/sortable-list';
import { newRound } from './plan-edits';
import { usePlan } from './plan-context';
import { RoundForm } from './round-form';

interface RoundsPartProps {
  readonly open: number | null;
  readonly onOpen: (index: number | null) => void;
  readonly onRemove: (name: string, index: number) => void;
}

/** The rounds in the order in which an application goes through them. */
export function RoundsPart({ open, onOpen, onRemove }: RoundsPartProps) {
  const { t } = useTranslation('plan-editor');
  const { plan, change } = usePlan();
  const { rounds } = plan.content;
  const add = () => {
    const key = freshKey(
      'round',
      rounds.map((one) => one.key),
    );
    const round = newRound(key, t('round.new', { number: rounds.length + 1 }), '', t('panel.new'), rounds.at(-1)?.targetDay ?? 7);
    change((now) => ({ ...now, content: { ...now.content, rounds: [...now.content.rounds, round] } }));
    onOpen(rounds.length);
  };
  const items = rounds.map(({ key, name, minutes, targetDay, panel }) => ({
    key,
    name: name === '' ? key : name,
    facts: [
      t('round.minutes', { count: minutes }),
      t('round.day', { day: targetDay }),
      t('round.people', { count: panel.reduce((sum, { count }) => sum + count, 0) }),
      ...(plan.kits.some(({ round }) => round === key) ? [t('round.hasKit')] : []),
    ],
  }));
  return (
    <>
      <Text size="sm" c="dimmed" mb="sm">
        {t('round.text')}
      </Text>
      <GroupFault at="/content/rounds" />
      {rounds.length === 0 && <EmptyScreen icon={IconRoute} title={t('round.empty')} text={t('round.emptyText')} />}
      <ItemList
        label={t('part.rounds')}
        pointer="/content/rounds"
        items={items}
        open={open}
        onOpen={onOpen}
        onMove={(from, to) => change((now) => ({ ...now, content: { ...now.content, rounds: moved(now.content.rounds, from, to) } }))}
        onRemove={(index) => onRemove(items[index]?.name ?? '', index)}
      >
        {(index) => <RoundForm index={index} />}
      </ItemList>
      <Button mt="sm" variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={add}>
        {t('round.add')}
      </Button>
    </>
  );
}
