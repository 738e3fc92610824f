import { useEffect, useState } from 'react';
import { apiGet } from '@/components/common/api-client';

/** A provider that a step can name. */
export interface ProviderChoice {
  providerId: string;
  name: string;
  model: string;
  isDefault: boolean;
  /** Where it processes data; null while nobody has stated it. */
  region: string | null;
}

/** The providers of Settings; none until they are loaded, or when they can't be. */
export function useProviders(): readonly ProviderChoice[] {
  const [choices, setChoices] = useState<readonly ProviderChoice[]>([]);
  useEffect(() => {
    let current = true;
    void apiGet<{ items: ProviderChoice[] }>('/providers/choices').then(
      (answer) => current && answer.ok && setChoices(answer.body.items),
    );
    return () => {
      current = false;
    };
  }, []);
  return choices;
}
