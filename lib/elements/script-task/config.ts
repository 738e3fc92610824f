import type { Expression } from '@/engine/core/model';

export interface ScriptTaskConfig {
  /** Absent when the script's language is not FEEL: an incident is raised when it is reached. */
  expression?: Expression;
  language: string;
  resultVariable: string;
}
