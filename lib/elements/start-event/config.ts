import type { Form } from '@/lib/forms/types';

export interface StartEventConfig {
  form: Form | null;
}
