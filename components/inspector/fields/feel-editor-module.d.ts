/** What is used of the FEEL editor, which comes without types. */
declare module '@bpmn-io/feel-editor' {
  import type { Extension } from '@codemirror/state';

  export interface Completable {
    name: string;
    detail?: string;
    info?: string | (() => Node);
    type?: 'function';
    params?: readonly { name: string }[];
    isList?: boolean;
    entries?: readonly Completable[];
  }

  export default class FeelEditor {
    constructor(options: {
      container: HTMLElement;
      value?: string;
      placeholder?: string;
      parserDialect?: string;
      variables?: readonly Completable[];
      builtins?: readonly Completable[];
      contentAttributes?: Record<string, string>;
      extensions?: readonly Extension[];
      onChange?: (value: string) => void;
    });
    setValue(value: string): void;
    setVariables(variables: readonly Completable[]): void;
    focus(position?: number): void;
  }
}
