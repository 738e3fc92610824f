'use client';

import type { ComponentProps } from 'react';
import { Button } from '@/components/ui/button';

interface RowButtonProps extends Omit<ComponentProps<typeof Button>, 'size' | 'aria-label' | 'children'> {
  verb: string;
  /** What it is done with: read with the verb, for the same one stands in every row. */
  about: string;
}

/** What can be done with the thing of a row. */
export const RowButton = ({ verb, about, ...button }: RowButtonProps) => (
  <Button size="sm" aria-label={`${verb} ${about}`} {...button}>
    {verb}
  </Button>
);
