import type { BoxedTable, DmnModel } from '../model';
import { type DraftRule, draftOf, type TableDraft } from './draft';
import { attributeIn, rewritten, startTag, withAttribute } from './markup';
import { contentOf, leadOf, newLead, type Piece, whiteSpace } from './pieces';
import { findSpan, type Span, spansNamed, spansOf } from './spans';
import { inputText, outputText, type Sheet, typePrefixOf } from './write-columns';
import { ruleWriter } from './write-rules';

/** The table of a decision as its file has it; undefined when it decides in another way. */
export function tableIn(model: DmnModel, decisionId: string): BoxedTable | undefined {
  const node = model.nodes.find(({ id }) => id === decisionId);
  return node?.kind === 'decision' && node.logic?.kind === 'table' ? node.logic : undefined;
}

/**
 * A DMN file with one table edited. Everything that was not edited stays as it is, to the character: other decisions,
 * diagrams, extensions, comments, white space.
 * @param was the table as `readDmn` read it from the same text
 */
export function writeTable(source: string, decisionId: string, was: BoxedTable, now: TableDraft): string {
  const root = spansOf(source);
  const decision =
    root &&
    findSpan(
      root,
      (span) =>
        span.local === 'decision' &&
        [attributeIn(startTag(source, span), 'id'), attributeIn(startTag(source, span), 'name')].includes(
          decisionId,
        ),
    );
  const [span] = spansNamed(decision, 'decisionTable');
  if (!span) throw new Error(`The decision ${decisionId} has no table in its file.`);
  const text = tableText(source, span, was, now);
  return source.slice(0, span.start) + text + source.slice(span.end);
}

const EDITED = ['input', 'output', 'annotation', 'rule'];

function tableText(source: string, span: Span, was: BoxedTable, now: TableDraft): string {
  const prefix = span.prefix === '' ? '' : `${span.prefix}:`;
  const sheet: Sheet = { source, prefix, typePrefix: typePrefixOf(source, span) };
  const own = (local: string) => spansNamed(span, local).filter((child) => child.prefix === span.prefix);
  const spans = {
    inputs: own('input'),
    outputs: own('output'),
    annotations: own('annotation'),
    rules: own('rule'),
  };
  const at = <T>(list: readonly T[], origin: number | undefined) =>
    origin === undefined ? undefined : list[origin];
  const put = (place: Span | undefined, like: readonly Span[], text: string): Piece => ({
    lead: place ? leadOf(source, span, place) : leadLike(source, span, like),
    text,
  });
  const rule = ruleWriter(sheet, spans.rules, draftOf(was), now);
  const pieces = [
    ...now.inputs.map((each) => {
      const place = at(spans.inputs, each.origin);
      return put(place, spans.inputs, inputText(sheet, place, at(was.inputs, each.origin), each));
    }),
    ...now.outputs.map((each) => {
      const place = at(spans.outputs, each.origin);
      return put(place, spans.outputs, outputText(sheet, place, at(was.outputs, each.origin), each));
    }),
    ...now.annotations
      .filter(({ key }) => key !== 'description')
      .map((each) => {
        const place = at(spans.annotations, each.origin);
        return put(place, spans.annotations, annotationText(sheet, place, each.name));
      }),
    ...now.rules.map((each: DraftRule) => put(at(spans.rules, each.origin), spans.rules, rule(each))),
  ];
  return rewritten(source, span, tableAttributes(was, now), contentOf(source, span, EDITED, pieces));
}

const leadLike = (source: string, span: Span, like: readonly Span[]): string => {
  const last = like.at(-1);
  return last ? whiteSpace(leadOf(source, span, last)) : newLead(source, span);
};

function tableAttributes(was: BoxedTable, now: TableDraft): Record<string, string | undefined> {
  return {
    ...(was.hitPolicy !== now.hitPolicy && { hitPolicy: now.hitPolicy }),
    ...(was.aggregation !== now.aggregation && { aggregation: now.aggregation }),
  };
}

function annotationText({ source, prefix }: Sheet, span: Span | undefined, name: string): string {
  if (!span) return withAttribute(`<${prefix}annotation/>`, 'name', name);
  const was = attributeIn(startTag(source, span), 'name') ?? '';
  return rewritten(source, span, was === name ? {} : { name });
}
