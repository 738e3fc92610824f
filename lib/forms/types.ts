/** A form as our screens show it; form-js JSON is mapped to this, never rewritten. */
export interface Form {
  fields: FormField[];
}

export type FormFieldType =
  | 'text'
  | 'textarea'
  | 'number'
  | 'money'
  | 'date'
  | 'boolean'
  | 'choice'
  | 'multichoice'
  | 'readonly'
  | 'section'
  | 'note';

export interface FormField {
  /** Variable name; sections and notes have none that is stored. */
  key: string;
  label: string;
  type: FormFieldType;
  description?: string;
  required?: boolean;
  options?: { value: string; label: string }[];
  min?: number;
  max?: number;
  minLength?: number;
  maxLength?: number;
  /** ECMAScript regular expression without flags, matched against the whole text. */
  pattern?: string;
  /** ISO 4217 code, for `money`. */
  currency?: string;
  default?: unknown;
}
