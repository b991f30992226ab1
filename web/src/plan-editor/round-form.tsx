import { Group, Stack, Switch, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useDraftFaults } from '../ui/draft-faults';
import { KeyInput } from '../ui/key-input';
import { filled, keyFrom } from '../ui/list-edits';
import { NumberField } from '../ui/number-field';
import { AssessedHere } from './assessed-here';
import { FactFields } from './fact-fields';
import { KitFields } from './kit-fields';
import { PanelFields } from './panel-fields';
import { PartFields } from './part-fields';
import type { PlanRound } from './plan-content';
import { usePlan } from './plan-context';
import classes from './plan-editor.module.css';
import { renameRound } from './plan-edits';

const FRESH = /^round_\d+$/;
const TIMES = [
  ['noticeHours', 0, 1440],
  ['availabilityHours', 1, 1440],
  ['scorecardDueBusinessDays', 0, 60],
] as const;

/** Everything a round says of itself. */
export function RoundForm({ index }: { readonly index: number }) {
  const { t } = useTranslation('plan-editor');
  const { plan, change } = usePlan();
  const faults = useDraftFaults();
  const { rounds } = plan.content;
  const round = rounds[index];
  if (!round) return null;
  const at = `/content/rounds/${index}`;
  const keys = rounds.filter((one) => one !== round).map((one) => one.key);
  const put = (next: PlanRound) =>
    change((now) => ({
      ...now,
      content: { ...now.content, rounds: now.content.rounds.map((one, place) => (place === index ? filled(next) : one)) },
    }));
  const set = (part: { readonly [Key in keyof PlanRound]?: PlanRound[Key] | undefined }) => put({ ...round, ...part } as PlanRound);
  const rename = (to: string) => change((now) => renameRound(now, round.key, to));
  const nameLeft = () => {
    const wanted = keyFrom(round.name);
    if (FRESH.test(round.key) && wanted !== '' && !FRESH.test(wanted) && !keys.includes(wanted)) rename(wanted);
  };
  return (
    <Stack gap="md">
      <Group grow align="flex-start" preventGrowOverflow={false}>
        <TextInput
          {...faults.field(`${at}/name`)}
          label={t('name')}
          required
          maxLength={120}
          miw={220}
          value={round.name}
          onChange={(event) => set({ name: event.currentTarget.value })}
          onBlur={nameLeft}
        />
        <KeyInput pointer={`${at}/key`} value={round.key} taken={keys} onRename={rename} />
      </Group>
      <Textarea
        {...faults.field(`${at}/focus`)}
        label={t('round.focus')}
        required
        autosize
        minRows={2}
        maxLength={2000}
        value={round.focus}
        onChange={(event) => set({ focus: event.currentTarget.value })}
      />
      <div className={classes.times}>
        <NumberField
          {...faults.field(`${at}/minutes`)}
          label={t('round.length')}
          required
          min={1}
          max={1440}
          allowDecimal={false}
          value={round.minutes}
          onChange={(minutes) => minutes !== undefined && set({ minutes })}
        />
        <NumberField
          {...faults.field(`${at}/targetDay`)}
          label={t('time.targetDay')}
          required
          min={0}
          max={1000}
          allowDecimal={false}
          value={round.targetDay}
          onChange={(targetDay) => targetDay !== undefined && set({ targetDay })}
        />
        {TIMES.map(([name, min, max]) => (
          <NumberField
            key={name}
            {...faults.field(`${at}/${name}`)}
            label={t(`time.${name}`)}
            placeholder={name === 'availabilityHours' ? t('none') : t('usual', { value: t(`usualOf.${name}`) })}
            min={min}
            max={max}
            allowDecimal={false}
            value={round[name]}
            onChange={(value) => set({ [name]: value })}
          />
        ))}
      </div>
      <TextInput
        {...faults.field(`${at}/location`)}
        label={t('round.location')}
        maxLength={120}
        value={round.location ?? ''}
        onChange={(event) => set({ location: event.currentTarget.value === '' ? undefined : event.currentTarget.value })}
      />
      <Switch
        label={t('round.owesCard')}
        checked={round.owesCard ?? true}
        onChange={(event) => set({ owesCard: event.currentTarget.checked ? undefined : false })}
      />
      <AssessedHere round={round.key} />
      <PanelFields at={`${at}/panel`} round={round} onChange={put} />
      <PartFields at={`${at}/parts`} round={round} onChange={(parts) => set({ parts: parts.length === 0 ? undefined : parts })} />
      <FactFields at={`${at}/facts`} facts={round.facts ?? []} onChange={(facts) => set({ facts: facts.length === 0 ? undefined : facts })} />
      <KitFields round={round.key} />
    </Stack>
  );
}
