import { Button, Menu, Text } from '@mantine/core';
import { IconChartDots, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Signal, WholeRubric } from '../api/rubric-content';
import { EmptyScreen } from '../ui/empty-screen';
import { ItemList } from '../ui/item-list';
import { freshKey } from '../ui/list-edits';
import { moved } from '../ui/sortable-list';
import { useRubric } from './rubric-context';
import { SignalForm } from './signal-form';

const KINDS = ['weighted_mean', 'weakest_link', 'matrix'] as const;

function newSignal(kind: Signal['kind'], key: string, name: string, { criteria }: WholeRubric, words: (place: string) => string): Signal {
  const inputs = criteria.map((criterion) => ({ criterion: criterion.key }));
  if (kind !== 'matrix') return { key, name, kind, inputs };
  const [first = [], second = []] = [inputs.slice(0, 1), inputs.slice(1, 2)];
  const quadrants = { highHigh: words('highHigh'), lowHigh: words('lowHigh'), highLow: words('highLow'), lowLow: words('lowLow') };
  return { key, name, kind, x: { inputs: first, threshold: 0.5 }, y: { inputs: second, threshold: 0.5 }, quadrants };
}

/** What several criteria make together. */
export function SignalsPart() {
  const { t } = useTranslation('rubric-editor');
  const { rubric, change, remove, open, setOpen } = useRubric();
  const { signals } = rubric;
  const add = (kind: Signal['kind']) => {
    const key = freshKey(
      'signal',
      signals.map((one) => one.key),
    );
    const name = t('signals.new', { number: signals.length + 1 });
    change((now) => ({ ...now, signals: [...now.signals, newSignal(kind, key, name, now, (place) => t(`signals.place.${place}`))] }));
    setOpen(signals.length);
  };
  const items = signals.map((signal) => ({
    key: signal.key,
    name: signal.name ?? signal.key,
    facts: [
      t(`signals.kind.${signal.kind}`),
      t('signals.count', { count: signal.kind === 'matrix' ? signal.x.inputs.length + signal.y.inputs.length : signal.inputs.length }),
      ...(rubric.policy.deciding === signal.key ? [t('signals.decides')] : []),
    ],
  }));
  return (
    <>
      <Text size="sm" c="dimmed" mb="sm">
        {t('signals.text')}
      </Text>
      {signals.length === 0 && <EmptyScreen icon={IconChartDots} title={t('signals.empty')} text={t('signals.emptyText')} />}
      <ItemList
        label={t('part.signals')}
        pointer="/signals"
        items={items}
        open={open}
        onOpen={setOpen}
        onMove={(from, to) => change((now) => ({ ...now, signals: moved(now.signals, from, to) }))}
        onRemove={(index) => remove(items[index]?.name ?? '', (now) => ({ ...now, signals: now.signals.filter((_, at) => at !== index) }))}
      >
        {(index) => <SignalForm index={index} />}
      </ItemList>
      <Menu>
        <Menu.Target>
          <Button mt="sm" variant="default" leftSection={<IconPlus size={16} aria-hidden />}>
            {t('signals.add')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown maw={360}>
          {KINDS.map((kind) => (
            <Menu.Item key={kind} onClick={() => add(kind)}>
              {t(`signals.kind.${kind}`)}
              <Text size="xs" c="dimmed">
                {t(`signals.kindText.${kind}`)}
              </Text>
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </>
  );
}
