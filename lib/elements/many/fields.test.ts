import { describe, expect, it } from 'vitest';
import { hash, outgoing, type ProcessDocument } from '@/lib/document';
import {
  addBoundary,
  append,
  isRefused,
  kindById,
  newHistory,
  record,
  redo,
  undo,
  updateElement,
  updateElements,
} from '@/lib/editing';
import { inconsistencies } from '@/lib/editing/check';
import { done, sample } from '@/lib/editing/testing/diagrams';
import { approvalBpmn } from '../approval/bpmn';
import { common } from '../common/bpmn';
import { httpCallBpmn } from '../http-call/bpmn';
import { loopBinding, loopSchema } from '../loop/bpmn';
import { serviceTaskBpmn } from '../service-task/bpmn';
import { editedTogether, fieldPatch, sharedFields } from './fields';

/** start → two approvals, an HTTP call, an AI call and a service task; ids by role. */
function several() {
  const { document: begun, ids } = sample();
  let document = begun;
  const added: Record<string, string> = {};
  for (const [role, kind] of [
    ['second', 'approval'],
    ['http', 'http-call'],
    ['ai', 'ai-call'],
    ['work', 'service-task'],
  ] as const) {
    const result = done(append(document, ids.approval, kindById(kind)));
    document = result.document;
    added[role] = result.select[0] ?? '';
  }
  const { second = '', http = '', ai = '', work = '' } = added;
  return { document, ids: { ...ids, second, http, ai, work } };
}

const { document, ids } = several();
const chosenOf = (by: typeof ids) => [by.http, by.ai, by.work];
const fieldOf = (of: ProcessDocument, chosen: readonly string[], key: string) =>
  sharedFields(of, chosen).find((field) => field.key === key);
const set = (of: ProcessDocument, chosen: readonly string[], key: string, value: unknown) =>
  done(updateElements(of, chosen, (d, id) => fieldPatch(d, id, key, value), key)).document;

describe('the fields that several elements share', () => {
  it('are all single-valued fields of the kind when they are of one kind, without what is edited one by one', () => {
    const keys = sharedFields(document, [ids.approval, ids.second]).map(({ key }) => key);
    expect(keys).toEqual(
      expect.arrayContaining([
        'own.assignee',
        'own.dueDate',
        'own.quorum',
        'loop.kind',
        'common.documentation',
      ]),
    );
    for (const one of ['common.name', 'own.form.json', 'own.outcomes', 'own.aiSource'])
      expect(keys).not.toContain(one);
  });

  it('are retries, repetition and documentation where the kinds differ', () => {
    const keys = sharedFields(document, [ids.http, ids.ai, ids.work]).map(({ key }) => key);
    expect(keys).toEqual(['own.retries', 'loop.kind', 'common.documentation', 'ownership.owner']);
  });

  it('keep the narrowest range that every kind allows', () => {
    expect(fieldOf(document, [ids.http, ids.ai], 'own.retries')?.shape).toMatchObject({ min: 0, max: 20 });
    expect(fieldOf(document, [ids.http, ids.work], 'own.retries')?.shape).toMatchObject({ min: 0, max: 100 });
  });

  it('are only documentation between a step and an event', () => {
    expect(sharedFields(document, [ids.start, ids.task]).map(({ key }) => key)).toEqual([
      'common.documentation',
      'ownership.owner',
    ]);
  });

  it('say “mixed” with each value once where they differ', () => {
    const one = set(document, [ids.http], 'own.retries', 7);
    expect(fieldOf(document, [ids.http, ids.work], 'own.retries')).toMatchObject({ mixed: false, value: 3 });
    expect(fieldOf(one, [ids.http, ids.work], 'own.retries')).toMatchObject({ mixed: true, values: [7, 3] });
    expect(fieldOf(one, [ids.http, ids.work], 'own.retries')?.value).toBeUndefined();
  });

  it('show a dependent field only when it means something for each', () => {
    const both = [ids.http, ids.ai];
    expect(fieldOf(document, both, 'loop.collection')).toBeUndefined();
    const one = set(document, [ids.http], 'loop.kind', 'parallel');
    expect(fieldOf(one, both, 'loop.collection')).toBeUndefined();
    expect(fieldOf(set(one, both, 'loop.kind', 'parallel'), both, 'loop.collection')).toMatchObject({
      value: '',
    });
  });

  it('are those of the steps where a lasso took the flows between them', () => {
    const flow = outgoing(document, ids.task)[0]?.id ?? '';
    expect(editedTogether(document, [ids.http, flow, ids.ai])).toEqual([ids.http, ids.ai]);
    expect(editedTogether(document, [flow])).toEqual([flow]);
    expect(editedTogether(document, chosenOf(ids))).toEqual(chosenOf(ids));
  });

  it('pass over elements that are gone', () => {
    expect(sharedFields(document, ['gone'])).toEqual([]);
    expect(sharedFields(document, ['gone', ids.http]).length).toBeGreaterThan(3);
  });
});

describe('changing a shared field', () => {
  const chosen = [ids.http, ids.ai, ids.work];
  const timers = () => {
    const result = done(
      addBoundary(document, kindById('boundary-event.timer'), ids.http, { x: 800, y: 150 }),
    );
    return { document: result.document, ids: [ids.timer, result.select[0] ?? ''] };
  };
  const two = timers();
  const flows = outgoing(document, ids.gateway).map(({ id }) => id);
  const CASES: [string, ProcessDocument, readonly string[], string, unknown][] = [
    ['retries of different kinds', document, chosen, 'own.retries', 9],
    ['the owner', document, [...chosen, ids.start], 'ownership.owner', 'mia@example.org'],
    ['documentation', document, [...chosen, ids.start], 'common.documentation', '**Why**'],
    ['repetition', document, chosen, 'loop.kind', 'sequential'],
    ['a field of one kind', document, [ids.approval, ids.second], 'own.candidateGroups', 'finance'],
    ['a choice with what belongs to it', document, [ids.approval, ids.second], 'own.quorum', 'count'],
    ['a switch', document, [ids.approval, ids.second], 'own.notInitiator', true],
    ['a part of a view', two.document, two.ids, 'own.timer.value', 'PT4H'],
    ['conditions', document, flows, 'own.condition', '=amount > 5'],
  ];

  it.each(CASES)(
    '%s: all have it, and one step takes it back and brings it again',
    (_name, base, of, key, value) => {
      expect(of.length).toBeGreaterThan(key === 'own.condition' ? 0 : 1);
      const result = updateElements(base, of, (d, id) => fieldPatch(d, id, key, value), 'it');
      if (isRefused(result)) throw new Error(result.refused);
      expect(inconsistencies(result.document)).toEqual([]);
      expect(fieldOf(result.document, of, key)).toMatchObject({ mixed: false, value });
      const history = record(newHistory(base), result.document, result.announce);
      expect(history.past).toHaveLength(1);
      expect(hash(result.document)).not.toBe(hash(base));
      expect(hash(undo(history).present)).toBe(hash(base));
      expect(hash(redo(undo(history)).present)).toBe(hash(result.document));
    },
  );

  it('is the same document, and so no step, when all have the value already', () => {
    const after = set(document, [ids.http, ids.work], 'own.retries', 3);
    expect(after).toBe(document);
    expect(record(newHistory(document), after, 'nothing').past).toHaveLength(0);
  });

  it('leaves everything else of each element as it was', () => {
    const named = done(
      updateElement(
        document,
        ids.http,
        httpCallBpmn.write(
          { ...httpCallBpmn.read(document, ids.http), url: 'https://example.org' },
          document,
          ids.http,
        ),
      ),
    ).document;
    const after = set(named, chosen, 'own.retries', 5);
    expect(httpCallBpmn.read(after, ids.http)).toMatchObject({ url: 'https://example.org', retries: 5 });
    expect(serviceTaskBpmn.read(after, ids.work).retries).toBe(5);
    expect(common.read(after, ids.ai).name).toBe(common.read(named, ids.ai).name);
    expect(after.elements[ids.start]).toBe(named.elements[ids.start]);
  });

  it('gives a quorum of a number a number to begin with, and takes it away again', () => {
    const both = [ids.approval, ids.second];
    const counted = set(document, both, 'own.quorum', 'count');
    for (const id of both)
      expect(approvalBpmn.read(counted, id)).toMatchObject({ quorum: 'count', quorumValue: 2 });
    const first = set(counted, both, 'own.quorum', 'first');
    for (const id of both) expect(approvalBpmn.read(first, id).quorumValue).toBeUndefined();
  });

  it('gives each its own entry where a field is kept in one', () => {
    const after = set(document, chosen, 'loop.kind', 'parallel');
    const loops = chosen.map((id) => after.elements[id]?.children.loopCharacteristics?.[0]);
    expect(new Set(loops).size).toBe(3);
    for (const id of chosen)
      expect(loopBinding.read(after, id)).toEqual({ ...loopSchema.parse({}), kind: 'parallel' });
  });

  it('says how many, and why not when none are left', () => {
    const result = updateElements(
      document,
      chosen,
      (d, id) => fieldPatch(d, id, 'own.retries', 4),
      '“retries”',
    );
    expect(result).toMatchObject({ announce: 'Changed “retries” of 3 elements', select: chosen });
    expect(updateElements(document, ['gone'], () => ({}), 'it')).toEqual({
      refused: 'These elements are no longer there',
    });
  });
});
