import { Checkbox, Group, Select, Stack, Switch, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Gate } from '../api/rubric-content';
import { GroupFault, useDraftFaults } from '../ui/draft-faults';
import { KeyInput } from '../ui/key-input';
import { filled } from '../ui/list-edits';
import { NumberField } from '../ui/number-field';
import { SEATS } from './policy-part';
import { useRubric } from './rubric-context';

type Of<Kind extends Gate['kind']> = Extract<Gate, { readonly kind: Kind }>;

interface KindProps<Kind extends Gate['kind']> {
  readonly gate: Of<Kind>;
  readonly at: string;
  readonly onChange: (gate: Gate) => void;
}

/** One gate: when it falls, and what it does then. */
export function GateForm({ index }: { readonly index: number }) {
  const { t } = useTranslation('rubric-editor');
  const { rubric, change } = useRubric();
  const faults = useDraftFaults();
  const gate = rubric.gates[index];
  if (!gate) return null;
  const at = `/gates/${index}`;
  const keys = rubric.gates.filter((one) => one !== gate).map((one) => one.key);
  const put = (next: Gate) => change((now) => ({ ...now, gates: now.gates.map((one, place) => (place === index ? filled(next) : one)) }));
  const words = (member: 'name' | 'description', text: string) => put({ ...gate, [member]: text === '' ? undefined : text });
  return (
    <Stack gap="md">
      <Group grow align="flex-start" preventGrowOverflow={false}>
        <TextInput
          {...faults.field(`${at}/name`)}
          label={t('name')}
          maxLength={120}
          miw={220}
          value={gate.name ?? ''}
          onChange={(event) => words('name', event.currentTarget.value)}
        />
        <KeyInput pointer={`${at}/key`} value={gate.key} taken={keys} onRename={(key) => put({ ...gate, key })} />
      </Group>
      <Textarea
        {...faults.field(`${at}/description`)}
        label={t('gates.why')}
        autosize
        minRows={1}
        maxLength={2000}
        value={gate.description ?? ''}
        onChange={(event) => words('description', event.currentTarget.value)}
      />
      {gate.kind === 'minimum_level' && <LevelGate gate={gate} at={at} onChange={put} />}
      {gate.kind === 'minimum_evidence' && <EvidenceGate gate={gate} at={at} onChange={put} />}
      {gate.kind === 'quadrant' && <QuadrantGate gate={gate} at={at} onChange={put} />}
      {gate.kind === 'veto' && (
        <Select
          {...faults.field(`${at}/seat`)}
          label={t('gates.seat')}
          allowDeselect={false}
          maw={320}
          data={SEATS.map((value) => ({ value, label: t(`seat.${value}`) }))}
          value={gate.seat}
          onChange={(seat) => seat && put({ ...gate, seat })}
        />
      )}
      <Select
        {...faults.field(`${at}/effect`)}
        label={t('gates.effectLabel')}
        allowDeselect={false}
        maw={420}
        data={(['cap_no_hire', 'flag'] as const).map((value) => ({ value, label: t(`gates.effect.${value}`) }))}
        value={gate.effect}
        onChange={(effect) => (effect === 'flag' || effect === 'cap_no_hire') && put({ ...gate, effect })}
      />
    </Stack>
  );
}

function LevelGate({ gate, at, onChange }: KindProps<'minimum_level'>) {
  const { t } = useTranslation('rubric-editor');
  const { rubric } = useRubric();
  const faults = useDraftFaults();
  return (
    <>
      <Group align="flex-start" grow preventGrowOverflow={false}>
        <Select
          {...faults.field(`${at}/criterion`)}
          label={t('gates.criterion')}
          allowDeselect={false}
          miw={220}
          data={rubric.criteria.map(({ key, name }) => ({ value: key, label: name }))}
          value={gate.criterion}
          onChange={(criterion) => criterion && onChange({ ...gate, criterion })}
        />
        <Select
          {...faults.field(`${at}/level`)}
          label={t('gates.level')}
          allowDeselect={false}
          miw={180}
          data={rubric.scale.labels.map((label, index) => ({ value: String(index + 1), label: `${index + 1} · ${label}` }))}
          value={String(gate.level)}
          onChange={(level) => level && onChange({ ...gate, level: Number(level) })}
        />
      </Group>
      <Switch
        label={t('gates.unrated')}
        checked={gate.whenUnrated === 'trigger'}
        onChange={(event) => onChange({ ...gate, whenUnrated: event.currentTarget.checked ? 'trigger' : 'ignore' })}
      />
    </>
  );
}

function EvidenceGate({ gate, at, onChange }: KindProps<'minimum_evidence'>) {
  const { t } = useTranslation('rubric-editor');
  const { rubric } = useRubric();
  const faults = useDraftFaults();
  return (
    <Group align="flex-start" grow preventGrowOverflow={false}>
      <Select
        {...faults.field(`${at}/form`)}
        label={t('gates.form')}
        allowDeselect={false}
        miw={220}
        data={[{ value: 'note', label: t('criteria.note') }, ...rubric.evidenceForms.map(({ key, name }) => ({ value: key, label: name }))]}
        value={gate.form}
        onChange={(form) => form && onChange({ ...gate, form })}
      />
      <NumberField
        {...faults.field(`${at}/count`)}
        label={t('gates.count')}
        min={1}
        max={1000}
        allowDecimal={false}
        value={gate.count}
        onChange={(count) => onChange({ ...gate, count: count ?? 1 })}
      />
    </Group>
  );
}

function QuadrantGate({ gate, at, onChange }: KindProps<'quadrant'>) {
  const { t } = useTranslation('rubric-editor');
  const { rubric } = useRubric();
  const faults = useDraftFaults();
  const matrices = rubric.signals.flatMap((signal) => (signal.kind === 'matrix' ? [signal] : []));
  const quadrants = Object.values(matrices.find(({ key }) => key === gate.signal)?.quadrants ?? {});
  const { error, ...marks } = faults.field(`${at}/allowed`);
  return (
    <>
      <Select
        {...faults.field(`${at}/signal`)}
        label={t('gates.signal')}
        allowDeselect={false}
        maw={320}
        data={matrices.map(({ key, name }) => ({ value: key, label: name ?? key }))}
        value={gate.signal}
        onChange={(signal) => signal && onChange({ ...gate, signal, allowed: [] })}
      />
      <Checkbox.Group
        {...marks}
        error={error}
        label={t('gates.allowed')}
        value={[...gate.allowed]}
        onChange={(allowed) => onChange({ ...gate, allowed })}
      >
        <Group gap="lg" mt={6}>
          {quadrants.map((name) => (
            <Checkbox key={name} value={name} label={name} />
          ))}
        </Group>
      </Checkbox.Group>
      {gate.allowed.map((_, index) => (
        <GroupFault key={index} at={`${at}/allowed/${index}`} />
      ))}
    </>
  );
}
