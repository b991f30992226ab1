import { Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { MatrixAxis, MatrixSignal, Signal } from '../api/rubric-content';
import { useDraftFaults } from '../ui/draft-faults';
import { KeyInput } from '../ui/key-input';
import { filled, keyFrom } from '../ui/list-edits';
import { NumberField } from '../ui/number-field';
import { useRubric } from './rubric-context';
import { renameQuadrant, renameSignal } from './rubric-edits';
import classes from './rubric-editor.module.css';
import { WeightedInputs } from './weighted-inputs';

const FRESH = /^signal_\d+$/;
/** As they lie in the picture: the upper row is high on the second axis. */
const PLACES = ['lowHigh', 'highHigh', 'lowLow', 'highLow'] as const;

const textOrNothing = (text: string): string | undefined => (text === '' ? undefined : text);

/** One signal: what goes into it and, where it has two axes, what its quarters are called. */
export function SignalForm({ index }: { readonly index: number }) {
  const { t } = useTranslation('rubric-editor');
  const { rubric, change } = useRubric();
  const faults = useDraftFaults();
  const signal = rubric.signals[index];
  if (!signal) return null;
  const at = `/signals/${index}`;
  const keys = ['overall', ...rubric.signals.filter((one) => one !== signal).map((one) => one.key)];
  const put = (next: Signal) => change((now) => ({ ...now, signals: now.signals.map((one, place) => (place === index ? filled(next) : one)) }));
  const rename = (to: string) => change((now) => renameSignal(now, signal.key, to));
  const nameLeft = () => {
    const wanted = keyFrom(signal.name ?? '');
    if (FRESH.test(signal.key) && wanted !== '' && !FRESH.test(wanted) && !keys.includes(wanted)) rename(wanted);
  };
  return (
    <Stack gap="md">
      <Group grow align="flex-start" preventGrowOverflow={false}>
        <TextInput
          {...faults.field(`${at}/name`)}
          label={t('name')}
          maxLength={120}
          miw={220}
          value={signal.name ?? ''}
          onChange={(event) => put({ ...signal, name: textOrNothing(event.currentTarget.value) } as Signal)}
          onBlur={nameLeft}
        />
        <KeyInput pointer={`${at}/key`} value={signal.key} taken={keys} onRename={rename} />
      </Group>
      <Textarea
        {...faults.field(`${at}/description`)}
        label={t('signals.says')}
        autosize
        minRows={1}
        maxLength={2000}
        value={signal.description ?? ''}
        onChange={(event) => put({ ...signal, description: textOrNothing(event.currentTarget.value) } as Signal)}
      />
      {signal.kind === 'matrix' ? (
        <MatrixFields signal={signal} at={at} onChange={put} />
      ) : (
        <WeightedInputs
          at={`${at}/inputs`}
          legend={t(`signals.inputs.${signal.kind}`)}
          isWeighted={signal.kind === 'weighted_mean'}
          inputs={signal.inputs}
          onChange={(inputs) => put({ ...signal, inputs })}
        />
      )}
    </Stack>
  );
}

interface MatrixFieldsProps {
  readonly signal: MatrixSignal;
  readonly at: string;
  readonly onChange: (signal: MatrixSignal) => void;
}

function MatrixFields({ signal, at, onChange }: MatrixFieldsProps) {
  const { t } = useTranslation('rubric-editor');
  const { change } = useRubric();
  const faults = useDraftFaults();
  const onAxis = (name: 'x' | 'y', axis: MatrixAxis) => onChange({ ...signal, [name]: filled(axis) });
  return (
    <>
      <div className={classes.axes}>
        {(['x', 'y'] as const).map((name) => (
          <AxisFields key={name} title={t(`signals.${name}`)} axis={signal[name]} at={`${at}/${name}`} onChange={(axis) => onAxis(name, axis)} />
        ))}
      </div>
      <fieldset className={classes.group}>
        <legend className={classes.legend}>{t('signals.quadrants')}</legend>
        <div className={classes.quadrants}>
          {PLACES.map((place) => (
            <TextInput
              key={place}
              {...faults.field(`${at}/quadrants/${place}`)}
              label={t(`signals.at.${place}`)}
              maxLength={120}
              value={signal.quadrants[place]}
              onChange={(event) => {
                const name = event.currentTarget.value;
                change((now) => renameQuadrant(now, signal, place, name));
              }}
            />
          ))}
        </div>
      </fieldset>
    </>
  );
}

interface AxisFieldsProps {
  readonly title: string;
  readonly axis: MatrixAxis;
  readonly at: string;
  readonly onChange: (axis: MatrixAxis) => void;
}

function AxisFields({ title, axis, at, onChange }: AxisFieldsProps) {
  const { t } = useTranslation('rubric-editor');
  const faults = useDraftFaults();
  return (
    <Stack gap="sm">
      <Text size="sm" fw={600}>
        {title}
      </Text>
      <TextInput
        {...faults.field(`${at}/name`)}
        label={t('signals.axisName')}
        maxLength={120}
        value={axis.name ?? ''}
        onChange={(event) => onChange({ ...axis, name: textOrNothing(event.currentTarget.value) } as MatrixAxis)}
      />
      <NumberField
        {...faults.field(`${at}/threshold`)}
        label={t('signals.threshold')}
        description={t('signals.thresholdText')}
        min={0}
        max={1}
        step={0.05}
        decimalScale={4}
        value={axis.threshold}
        onChange={(threshold) => onChange({ ...axis, threshold: threshold ?? 0 })}
      />
      <WeightedInputs
        at={`${at}/inputs`}
        legend={t('signals.inputs.weighted_mean')}
        isWeighted
        inputs={axis.inputs}
        onChange={(inputs) => onChange({ ...axis, inputs })}
      />
    </Stack>
  );
}
