import { NumberInput, type NumberInputProps } from '@mantine/core';

interface NumberFieldProps extends Omit<NumberInputProps, 'value' | 'onChange'> {
  readonly value: number | undefined;
  readonly onChange: (value: number | undefined) => void;
}

/** A number that may be left out; half-typed text is none yet. */
export function NumberField({ value, onChange, ...rest }: NumberFieldProps) {
  return <NumberInput hideControls {...rest} value={value ?? ''} onChange={(typed) => onChange(typeof typed === 'number' ? typed : undefined)} />;
}
