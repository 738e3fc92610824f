'use client';

import { useId } from 'react';
import { ConfidenceScale } from '@/components/ui/confidence-scale';
import type { ConfidenceSource } from '@/components/ui/confidence-wording';
import { SCALE_FROM, SCALE_TO } from '@/components/ui/scale-geometry';

/** Of the scale, in px: what the panel leaves beside the number. */
const WIDTH = 240;

interface ThresholdSliderProps {
  value: number;
  source: ConfidenceSource;
  onChange: (threshold: number) => void;
}

/**
 * The threshold, pulled along the scale it is measured on. A model's opinion of itself has no scale: there it is a
 * slider only. What lies below the scale is typed.
 */
export function ThresholdSlider({ value, source, onChange }: ThresholdSliderProps) {
  const id = useId();
  const measured = source !== 'self-report';
  const slider = (
    <input
      id={id}
      type="range"
      min={SCALE_FROM}
      max={SCALE_TO}
      step={0.01}
      value={Math.max(SCALE_FROM, value)}
      onChange={(event) => onChange(Number(event.target.value))}
      // The thumb, 16 px wide, stands where the scale says: that has 6 px clear at both ends.
      className={
        measured
          ? 'absolute inset-y-0 -left-0.5 m-0 w-[calc(100%+4px)] cursor-ew-resize opacity-0'
          : 'h-6 w-full accent-primary'
      }
    />
  );
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <label htmlFor={id} className="text-xs font-medium">
        Below this a person should look
      </label>
      {measured ? (
        <div className="relative flex w-fit max-w-full rounded-sm has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus">
          <ConfidenceScale value={value} threshold={value} source={source} width={WIDTH} parts="scale" />
          {slider}
        </div>
      ) : (
        slider
      )}
    </div>
  );
}
