'use client';

import { createContext } from 'react';

/** How many publication requests wait for who looks; undefined for who decides none. */
export const RequestCount = createContext<number | undefined>(undefined);
