/** The part of saxen we use, without its namespace mode; it ships no types. */
declare module 'saxen' {
  type Decode = (text: string) => string;
  type GetContext = () => { line: number; column: number; data: string };
  export class Parser {
    on(
      event: 'openTag',
      callback: (
        name: string,
        attributes: () => Record<string, string>,
        decode: Decode,
        selfClosing: boolean,
        position: GetContext,
      ) => void,
    ): this;
    on(event: 'closeTag', callback: (name: string) => void): this;
    on(
      event: 'text' | 'comment' | 'attention',
      callback: (value: string, decode: Decode, position: GetContext) => void,
    ): this;
    on(event: 'cdata' | 'question', callback: (value: string, position: GetContext) => void): this;
    on(event: 'error' | 'warn', callback: (reason: Error, position: GetContext) => void): this;
    parse(xml: string): void;
  }
}
