import { Button, Menu, Text } from '@mantine/core';
import { IconBarrierBlock, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Gate, WholeRubric } from '../api/rubric-content';
import { EmptyScreen } from '../ui/empty-screen';
import { ItemList } from '../ui/item-list';
import { freshKey } from '../ui/list-edits';
import { moved } from '../ui/sortable-list';
import { GateForm } from './gate-form';
import { useRubric } from './rubric-context';

const KINDS = ['minimum_level', 'minimum_evidence', 'quadrant', 'veto'] as const;

function newGate(kind: Gate['kind'], key: string, name: string, rubric: WholeRubric): Gate {
  const words = { key, name, effect: 'cap_no_hire' } as const;
  if (kind === 'minimum_level') return { ...words, kind, criterion: rubric.criteria[0]?.key ?? 'criterion_1', level: 2 };
  if (kind === 'minimum_evidence') return { ...words, kind, form: rubric.evidenceForms[0]?.key ?? 'note', count: 1 };
  if (kind === 'veto') return { ...words, kind, seat: 'bar_raiser' };
  const matrix = rubric.signals.find((signal) => signal.kind === 'matrix');
  return { ...words, kind, signal: matrix?.key ?? 'signal_1', allowed: matrix?.kind === 'matrix' ? [matrix.quadrants.highHigh] : [] };
}

/** What no score makes up for. */
export function GatesPart() {
  const { t } = useTranslation('rubric-editor');
  const { rubric, change, remove, open, setOpen } = useRubric();
  const { gates } = rubric;
  const add = (kind: Gate['kind']) => {
    const key = freshKey(
      'gate',
      gates.map((one) => one.key),
    );
    change((now) => ({ ...now, gates: [...now.gates, newGate(kind, key, t('gates.new', { number: gates.length + 1 }), now)] }));
    setOpen(gates.length);
  };
  const items = gates.map((gate) => ({
    key: gate.key,
    name: gate.name ?? gate.key,
    facts: [t(`gates.kind.${gate.kind}`), t(`gates.effect.${gate.effect}`)],
  }));
  return (
    <>
      <Text size="sm" c="dimmed" mb="sm">
        {t('gates.text')}
      </Text>
      {gates.length === 0 && <EmptyScreen icon={IconBarrierBlock} title={t('gates.empty')} text={t('gates.emptyText')} />}
      <ItemList
        label={t('part.gates')}
        pointer="/gates"
        items={items}
        open={open}
        onOpen={setOpen}
        onMove={(from, to) => change((now) => ({ ...now, gates: moved(now.gates, from, to) }))}
        onRemove={(index) => remove(items[index]?.name ?? '', (now) => ({ ...now, gates: now.gates.filter((_, at) => at !== index) }))}
      >
        {(index) => <GateForm index={index} />}
      </ItemList>
      <Menu>
        <Menu.Target>
          <Button mt="sm" variant="default" leftSection={<IconPlus size={16} aria-hidden />}>
            {t('gates.add')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown maw={360}>
          {KINDS.map((kind) => (
            <Menu.Item key={kind} onClick={() => add(kind)}>
              {t(`gates.kind.${kind}`)}
              <Text size="xs" c="dimmed">
                {t(`gates.kindText.${kind}`)}
              </Text>
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </>
  );
}
