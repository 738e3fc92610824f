'use client';

import { TextField } from '@/components/ui/text-field';

export interface NumberFieldProps {
  label: string;
  /** Diagram pixels. */
  value: number;
  onChange: (value: number) => void;
  min?: number;
  hideLabel?: boolean;
}

/** A length or coordinate in diagram pixels; what is no number leaves the value as it was. */
export function NumberField({ label, value, onChange, min, hideLabel }: NumberFieldProps) {
  return (
    <TextField
      label={label}
      hideLabel={hideLabel}
      type="number"
      step={1}
      min={min}
      required={false}
      value={Number.isFinite(value) ? Math.round(value * 100) / 100 : ''}
      suffix="px"
      onChange={(event) => onChange(event.target.valueAsNumber)}
    />
  );
}
