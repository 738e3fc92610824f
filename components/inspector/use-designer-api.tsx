'use client';

import { createContext, useContext } from 'react';
import type { DesignerApi } from '@/components/designer/api';

const Context = createContext<DesignerApi | null>(null);

/** Lets sections ask the server about their process. */
export const DesignerApiProvider = Context.Provider;

/** What the designer knows to ask the server; null where elements are only looked at. */
export const useDesignerApi = (): DesignerApi | null => useContext(Context);
