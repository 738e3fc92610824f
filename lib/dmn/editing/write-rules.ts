import { DESCRIPTION, type DraftRule, type TableDraft } from './draft';
import { attributeIn, escapeText, rewritten, startTag, texted, withText } from './markup';
import { contentOf, leadOf, newLead, type Piece, whiteSpace } from './pieces';
import { type Span, spansNamed } from './spans';
import type { Sheet } from './write-columns';

const ENTRIES = { inputs: 'inputEntry', outputs: 'outputEntry', annotations: 'annotationEntry' } as const;

/** Writes the rules of a table: a rule that was not edited as it was, of another the cells that were. */
export function ruleWriter(
  sheet: Sheet,
  spans: readonly Span[],
  was: TableDraft,
  now: TableDraft,
): (rule: DraftRule) => string {
  const { source, prefix } = sheet;
  const newId = idsOf(source, spans);
  const likeness = spans.at(-1);
  return (rule) => {
    const span = rule.origin === undefined ? undefined : spans[rule.origin];
    const before = rule.origin === undefined ? undefined : was.rules[rule.origin];
    if (span && before === undefined) throw new Error(`Rule ${rule.key} is not in the file.`);
    if (!span) {
      const entries = cellsOf(sheet, undefined, undefined, rule, now, likeness);
      const content = entries.map(({ lead, text }) => lead + text).join('');
      const tail = likeness ? whiteSpace(tailOf(source, likeness)) : '';
      const described = rule.cells[DESCRIPTION] ? descriptionText(prefix, rule.cells[DESCRIPTION]) : '';
      return `<${prefix}rule${newId()}>${described}${content}${tail}</${prefix}rule>`;
    }
    const cells = cellsOf(sheet, span, before, rule, now, span);
    const edited = [...Object.values(ENTRIES), DESCRIPTION];
    return rewritten(
      source,
      span,
      {},
      contentOf(source, span, edited, [...description(sheet, span, rule), ...cells]),
    );
  };
}

const tailOf = (source: string, span: Span): string =>
  source.slice(span.children.at(-1)?.end ?? span.openEnd, span.closeStart);

/** The cells of a rule in the order of the columns, each with what stands before it. */
function cellsOf(
  sheet: Sheet,
  span: Span | undefined,
  before: DraftRule | undefined,
  rule: DraftRule,
  now: TableDraft,
  likeness: Span | undefined,
): Piece[] {
  return (['inputs', 'outputs', 'annotations'] as const).flatMap((kind) => {
    const entries = own(span, ENTRIES[kind]);
    const pieces = now[kind]
      .filter(({ key }) => key !== DESCRIPTION)
      .map(({ key }) => {
        const entry = placeOf(key, entries);
        const lead = span && entry ? leadOf(sheet.source, span, entry) : newLead(sheet.source, likeness);
        const text = rule.cells[key] ?? '';
        return {
          lead,
          text: cellText(sheet, entry, before?.cells[key], text, ENTRIES[kind]),
          empty: !entry && text === '',
        };
      });
    // files leave out annotations that say nothing
    while (kind === 'annotations' && pieces.at(-1)?.empty) pieces.pop();
    return pieces;
  });
}

/** Keys of columns of the file are a letter and the place. */
const placeOf = (key: string, entries: readonly Span[]): Span | undefined =>
  /^[ioa]\d+$/.test(key) ? entries[Number(key.slice(1))] : undefined;

const own = (span: Span | undefined, local: string): Span[] =>
  spansNamed(span, local).filter(({ prefix }) => prefix === span?.prefix);

function cellText(
  { source, prefix }: Sheet,
  span: Span | undefined,
  was: string | undefined,
  now: string,
  local: string,
): string {
  if (!span) return `<${prefix}${local}>${texted(prefix, now)}</${prefix}${local}>`;
  return was === now ? source.slice(span.start, span.end) : withText(source, span, prefix, now);
}

function description({ source, prefix }: Sheet, span: Span, rule: DraftRule): Piece[] {
  const [place] = own(span, DESCRIPTION);
  const now = rule.cells[DESCRIPTION] ?? '';
  const was = place && source.slice(place.openEnd, place.closeStart).trim();
  if (place && (was === escapeText(now) || was === now))
    return [{ lead: leadOf(source, span, place), text: source.slice(place.start, place.end) }];
  if (now === '') return [];
  const lead = place ? leadOf(source, span, place) : newLead(source, span);
  return [{ lead, text: descriptionText(prefix, now) }];
}

const descriptionText = (prefix: string, text: string): string =>
  `<${prefix}description>${escapeText(text)}</${prefix}description>`;

/** Ids for new rules where the others have some: the file's own are never given twice. */
function idsOf(source: string, spans: readonly Span[]): () => string {
  if (!spans.some((span) => attributeIn(startTag(source, span), 'id') !== undefined)) return () => '';
  let number = spans.length;
  return () => {
    do number += 1;
    while (source.includes(`"rule_${number}"`) || source.includes(`'rule_${number}'`));
    return ` id="rule_${number}"`;
  };
}
