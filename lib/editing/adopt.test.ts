import { afterEach, describe, expect, it, vi } from 'vitest';
import { get, hash, nameOf, type ProcessDocument } from '@/lib/document';
import { adopt as adoptShared, sharing } from './adopt';
import { inconsistencies } from './check';
import { type History, newHistory, record, redo, undo } from './history';
import { kindById } from './kinds';
import { append } from './operations/append';
import { setLabel } from './operations/label';
import { remove } from './operations/remove';
import { done, sample } from './testing/diagrams';
import { boardOf, OPERATIONS } from './testing/fuzz/operations';
import { Random } from './testing/fuzz/random';
import { type EditResult, isRefused } from './types';

const { document: base, ids } = sample();
const edited = (from: ProcessDocument, ...steps: ((d: ProcessDocument) => EditResult)[]) =>
  steps.reduce((d, step) => done(step(d)).document, from);
const drawn = (...steps: ((d: ProcessDocument) => EditResult)[]): History =>
  steps.reduce((history, step) => {
    const { document, announce } = done(step(history.present));
    return record(history, document, announce);
  }, newHistory(base));
const adopt = (history: History, theirs: ProcessDocument) =>
  adoptShared(history, sharing(history.present, theirs));
/** As the server sends it: no object is shared. */
const sent = (document: ProcessDocument): ProcessDocument => structuredClone(document);
const name = (document: ProcessDocument, id: string) => nameOf(get(document, id));
const rename = (id: string, to: string) => (d: ProcessDocument) => setLabel(d, id, to);

afterEach(() => vi.restoreAllMocks());

describe('going on from what somebody else saved', () => {
  it('undoes one’s own step and keeps theirs; redo brings it back', () => {
    const mine = drawn(rename(ids.task, 'Mine'));
    const theirs = edited(mine.present, rename(ids.end, 'Theirs'));
    const now = adopt(mine, sent(theirs));
    expect(hash(now.present)).toBe(hash(theirs));
    const back = undo(now);
    expect([name(back.present, ids.task), name(back.present, ids.end)]).toEqual([
      name(base, ids.task),
      'Theirs',
    ]);
    expect(hash(redo(back).present)).toBe(hash(theirs));
  });

  it('carries what was undone over, too', () => {
    const mine = undo(drawn(rename(ids.task, 'Mine')));
    const now = adopt(mine, sent(edited(mine.present, rename(ids.end, 'Theirs'))));
    const again = redo(now).present;
    expect([name(again, ids.task), name(again, ids.end)]).toEqual(['Mine', 'Theirs']);
  });

  it('forgets the steps that would take theirs away, and what came before them', () => {
    const mine = drawn(rename(ids.approval, 'First'), rename(ids.task, 'Mine'), rename(ids.gateway, 'Last'));
    const theirs = edited(mine.present, rename(ids.task, 'Theirs'));
    const now = adopt(mine, sent(theirs));
    const back = undo(now);
    expect([name(back.present, ids.gateway), name(back.present, ids.task)]).toEqual([
      name(base, ids.gateway),
      'Theirs',
    ]);
    expect(undo(back)).toEqual({ ...back, past: [] });
    expect(undo(back).present).toBe(back.present);
  });

  it('forgets the step that drew what they go on from, but not the one that deleted what they left alone', () => {
    const appended = drawn((d) => append(d, ids.gateway, kindById('task')));
    const made = Object.keys(appended.present.elements).find((id) => !base.elements[id] && /task/i.test(id))!;
    const theirs = edited(appended.present, (d) => append(d, made, kindById('end-event')));
    expect(undo(adopt(appended, sent(theirs))).past).toEqual([]);
    expect(hash(undo(adopt(appended, sent(theirs))).present)).toBe(hash(theirs));
    const removed = drawn((d) => remove(d, [ids.end]));
    const back = undo(adopt(removed, sent(edited(removed.present, rename(ids.task, 'Theirs')))));
    expect([name(back.present, ids.end), name(back.present, ids.task)]).toEqual([
      name(base, ids.end),
      'Theirs',
    ]);
    expect(inconsistencies(back.present)).toEqual([]);
  });

  it('keeps the objects of what nobody changed', () => {
    const mine = newHistory(base);
    const { present } = adopt(mine, sent(edited(base, rename(ids.task, 'Theirs'))));
    const changed = Object.keys(base.elements).filter((id) => present.elements[id] !== base.elements[id]);
    expect(changed).toEqual([ids.task]);
  });

  it('gives whole documents back, whatever both did', () => {
    for (let seed = 1; seed <= 15; seed++) {
      const random = new Random(seed);
      vi.spyOn(Math, 'random').mockImplementation(random.next);
      const step = (document: ProcessDocument) => {
        const result = random.pick(Object.values(OPERATIONS))[1](boardOf(document, random));
        return isRefused(result) ? document : result.document;
      };
      let mine = newHistory(base);
      for (let i = 0; i < 10; i++) mine = record(mine, step(mine.present), `step ${i}`);
      let theirs = mine.present;
      for (let i = 0; i < 4; i++) theirs = step(theirs);
      let now = adopt(mine, sent(theirs));
      expect(hash(now.present)).toBe(hash(theirs));
      let steps = 0;
      for (; now.past.length > 0; steps++) {
        const back = undo(now);
        if (back.present === now.present) break;
        now = back;
        const wrong = inconsistencies(now.present).filter(
          (fault) => !/incoming|outgoing|lists of its ends|on nothing|default/.test(fault),
        );
        expect({ seed, steps, wrong }).toEqual({ seed, steps, wrong: [] });
      }
      for (let i = 0; i < steps; i++) now = redo(now);
      expect(hash(now.present)).toBe(hash(theirs));
    }
  });
});
