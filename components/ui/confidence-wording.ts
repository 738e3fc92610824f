/**
 * How a confidence was measured. `self-report` is a model's opinion of itself: not a measurement, and never shown
 * as a number or on a scale.
 */
export type ConfidenceSource = 'schema-checks' | 'field-agreement' | 'logprobs' | 'self-report';

export interface ConfidenceInput {
  /** 0 to 1. */
  value: number;
  /** 0 to 1; at or above it counts as enough. */
  threshold?: number;
  source: ConfidenceSource;
}

export interface ConfidenceWording {
  /** “Medium confidence”; for a self-report “The model says it is fairly sure”. */
  word: string;
  /** “0.82”, truncated, so that a value below the threshold never looks equal to it. Absent for a self-report. */
  number?: string;
  /** “below 0.90”, “at or above 0.90”. */
  verdict?: string;
  /** What the number is made of. */
  sourceName: string;
  /** All of it as one sentence, in place of the picture. */
  sentence: string;
}

export const SOURCE_NAMES: Readonly<Record<ConfidenceSource, string>> = {
  'schema-checks': 'Share of field checks passed',
  'field-agreement': 'Agreement of repeated answers',
  logprobs: 'Model score × field checks',
  'self-report': 'The model’s own opinion, not measured',
};

const BANDS = [
  { from: 0.9, word: 'High confidence', opinion: 'sure' },
  { from: 0.7, word: 'Medium confidence', opinion: 'fairly sure' },
  { from: 0, word: 'Low confidence', opinion: 'unsure' },
] as const;

/** Two decimals, rounded down. */
export function confidenceNumber(value: number): string {
  return (Math.floor(value * 100 + 1e-6) / 100).toFixed(2);
}

/** The words beside a confidence. High from 0.90, medium from 0.70, otherwise low. */
export function confidenceWording({ value, threshold, source }: ConfidenceInput): ConfidenceWording {
  const band = BANDS.find((b) => value >= b.from) ?? BANDS[2];
  const sourceName = SOURCE_NAMES[source];
  if (source === 'self-report') {
    const word = `The model says it is ${band.opinion}`;
    return { word, sourceName, sentence: `${word}. This is its own opinion and was not measured.` };
  }
  const number = confidenceNumber(value);
  const verdict =
    threshold === undefined
      ? undefined
      : `${value < threshold ? 'below' : 'at or above'} ${confidenceNumber(threshold)}`;
  const limit = verdict ? `, ${verdict.replace(/ (?=\d)/, ' the threshold of ')}` : '';
  return {
    word: band.word,
    number,
    verdict,
    sourceName,
    sentence: `${band.word}, ${number}${limit}. ${sourceName}.`,
  };
}
