import type { TableInput, TableOutput } from '../model';
import {
  attributeIn,
  contentWithText,
  escapeAttribute,
  rewritten,
  startTag,
  texted,
  withText,
} from './markup';
import { contentOf, leadOf, newLead, type Piece } from './pieces';
import { type Span, spansNamed } from './spans';

/** The file that is written into, and how its elements are named. */
export interface Sheet {
  readonly source: string;
  /** `dmn:` or nothing. */
  readonly prefix: string;
  /** Types of DMN 1.1 are written `feel:string`. */
  readonly typePrefix: string;
}

const own = (span: Span | undefined, local: string): Span | undefined =>
  spansNamed(span, local).find(({ prefix }) => prefix === span?.prefix);

const typeText = (sheet: Sheet, type: string | undefined) =>
  type === undefined ? undefined : `${sheet.typePrefix}${type}`;

/** An `input` as it was, or with what changed about it. */
export function inputText(
  sheet: Sheet,
  span: Span | undefined,
  was: TableInput | undefined,
  now: TableInput,
) {
  if (span && was && same(was, now)) return sheet.source.slice(span.start, span.end);
  const expression = own(span, 'inputExpression');
  const typed = expression && sheet.source.slice(expression.start, expression.end);
  const asked = { text: was?.text, typeRef: was?.typeRef };
  const pieces = [
    typed !== undefined && same(asked, { text: now.text, typeRef: now.typeRef })
      ? piece(sheet, span, expression, typed)
      : piece(sheet, span, expression, expressionText(sheet, expression, was, now)),
    part(sheet, span, 'inputValues', was?.values, now.values),
  ].filter((each) => each !== undefined);
  return column(sheet, span, 'input', { label: [was?.label, now.label] }, pieces);
}

/** An `output`, likewise. */
export function outputText(
  sheet: Sheet,
  span: Span | undefined,
  was: TableOutput | undefined,
  now: TableOutput,
) {
  if (span && was && same(was, now)) return sheet.source.slice(span.start, span.end);
  const pieces = [
    part(sheet, span, 'outputValues', was?.values, now.values),
    part(sheet, span, 'defaultOutputEntry', was?.defaultEntry, now.defaultEntry),
  ].filter((each) => each !== undefined);
  const attributes: Attributes = {
    label: [was?.label, now.label],
    name: [was?.name, now.name],
    typeRef: [was?.typeRef, now.typeRef],
  };
  return column(sheet, span, 'output', attributes, pieces);
}

type Attributes = Record<string, readonly [was: string | undefined, now: string | undefined]>;

const EDITED = ['inputExpression', 'inputValues', 'outputValues', 'defaultOutputEntry'];

function column(
  sheet: Sheet,
  span: Span | undefined,
  local: string,
  attributes: Attributes,
  pieces: readonly Piece[],
): string {
  const changed = Object.fromEntries(
    Object.entries(attributes)
      .filter(([, [was, now]]) => was !== now)
      .map(([name, [, now]]) => [name, name === 'typeRef' ? typeText(sheet, now) : now]),
  );
  if (span) return rewritten(sheet.source, span, changed, contentOf(sheet.source, span, EDITED, pieces));
  const tag = `<${sheet.prefix}${local}></${sheet.prefix}${local}>`;
  const blank = emptySpan(tag, sheet.prefix, local);
  return rewritten(tag, blank, changed, pieces.map(({ text }) => text).join(''));
}

const emptySpan = (tag: string, prefix: string, local: string): Span => ({
  ...{ prefix: prefix.replace(/:$/, ''), local, start: 0, openEnd: tag.indexOf('>') + 1 },
  ...{ closeStart: tag.indexOf('</'), end: tag.length, children: [] },
});

function expressionText(
  sheet: Sheet,
  span: Span | undefined,
  was: TableInput | undefined,
  now: TableInput,
): string {
  const name = `${sheet.prefix}inputExpression`;
  const type = typeText(sheet, now.typeRef);
  if (!span)
    return `<${name}${type === undefined ? '' : ` typeRef="${escapeAttribute(type)}"`}>${texted(sheet.prefix, now.text)}</${name}>`;
  const attributes = was?.typeRef === now.typeRef ? {} : { typeRef: type };
  if (was?.text === now.text) return rewritten(sheet.source, span, attributes);
  return rewritten(
    sheet.source,
    span,
    attributes,
    contentWithText(sheet.source, span, sheet.prefix, now.text),
  );
}

/** A part such as `inputValues` as it was, with another text, or not at all. */
function part(
  sheet: Sheet,
  parent: Span | undefined,
  local: string,
  was: string | undefined,
  now: string | undefined,
): Piece | undefined {
  const span = own(parent, local);
  if (span && was === now) return piece(sheet, parent, span, sheet.source.slice(span.start, span.end));
  if (now === undefined) return undefined;
  const name = sheet.prefix + local;
  const text = span
    ? withText(sheet.source, span, sheet.prefix, now)
    : `<${name}>${texted(sheet.prefix, now)}</${name}>`;
  return piece(sheet, parent, span, text);
}

const piece = (sheet: Sheet, parent: Span | undefined, span: Span | undefined, text: string): Piece => ({
  lead: parent && span ? leadOf(sheet.source, parent, span) : newLead(sheet.source, parent),
  text,
});

/** Whether the parts of a column are the same; those of a draft have a key beside them. */
function same(was: object, now: object): boolean {
  const parts = ['label', 'text', 'typeRef', 'values', 'name', 'defaultEntry'] as const;
  const of = (column: object, part: string) => (column as Record<string, unknown>)[part];
  return parts.every((each) => of(was, each) === of(now, each));
}

/** How the types of a table are prefixed. */
export const typePrefixOf = (source: string, table: Span): string =>
  table.children.some((child) =>
    [child, ...child.children].some((span) =>
      attributeIn(startTag(source, span), 'typeRef')?.startsWith('feel:'),
    ),
  )
    ? 'feel:'
    : '';
