import { describe, expect, it } from 'vitest';
import { importBpmn } from '@/lib/bpmn';
import { exportBpmn } from '@/lib/bpmn/export';
import { layoutDocument } from '@/lib/bpmn/layout';
import { coveredLabels } from '@/lib/bpmn/layout/testing';
import {
  boundsOf,
  get,
  labelBoundsOf,
  outgoing,
  type ProcessDocument,
  ref,
  waypointsOf,
} from '@/lib/document';
import * as editing from '.';
import { inconsistencies } from './check';
import { drawingFaults } from './check-drawing';
import { done, planeId, sample } from './testing/diagrams';

const { document, ids } = sample();
const plane = planeId(document);
const xml = { read: importBpmn, layout: (d: ProcessDocument) => layoutDocument(d) };
const clip = editing.copy(document, [ids.task, ids.timer, ids.gateway, ids.approval]) as editing.Clip;
const sound = (d: ProcessDocument) => expect([...inconsistencies(d), ...drawingFaults(d)]).toEqual([]);
const task = (attributes: string) => `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" id="D" targetNamespace="t">
<bpmn:process id="P"><bpmn:startEvent id="S"/><bpmn:task id="T" ${attributes}/><bpmn:sequenceFlow id="F" sourceRef="S" targetRef="T"/></bpmn:process></bpmn:definitions>`;

describe('copied elements as BPMN XML', () => {
  const text = editing.clipToXml(document, clip, exportBpmn);
  it('are a file that other tools read: steps, flows, attached events and drawing', () => {
    const read = importBpmn(text);
    if (!read.ok) throw new Error(read.message);
    sound(read.document);
    for (const id of clip.roots) expect(get(read.document, id)?.type).toBe(get(document, id)?.type);
    expect(boundsOf(read.document, ids.timer)).toEqual(boundsOf(document, ids.timer));
  });
  it('come back as the same elements with new ids, in place', async () => {
    const result = done(await editing.pasteXml(document, text, { plane }, xml));
    sound(result.document);
    expect(result.select).toHaveLength(4);
    const [copied] = result.select.filter((id) => get(result.document, id)?.type === 'bpmn:Task');
    expect(boundsOf(result.document, copied ?? '')).toEqual(boundsOf(document, ids.task));
    expect(
      get(result.document, ref(outgoing(result.document, copied ?? '')[0], 'targetRef') ?? '')?.type,
    ).toBe('bpmn:ExclusiveGateway');
  });
});

describe('BPMN of other tools', () => {
  it('without a diagram is laid out before it is pasted', async () => {
    const result = done(
      await editing.pasteXml(document, task('name="Theirs"'), { plane, at: { x: 500, y: 800 } }, xml),
    );
    sound(result.document);
    expect(result.select.map((id) => editing.labelOf(result.document, id))).toContain('Theirs');
  });
  it.each([
    ['a broken file', '<definitions', /can’t be pasted/],
    ['a sentence', 'Hello', /can’t be pasted: This is not XML/],
    ['an empty process', task('').replace(/<bpmn:startEvent.*targetRef="T"\/>/, ''), /nothing in this file/],
  ])('%s is refused in words', async (_name, text, words) => {
    const result = await editing.pasteXml(document, text, { plane }, xml);
    expect(editing.isRefused(result) && result.refused).toMatch(words);
  });
  it('is told from other text', () => {
    expect([editing.looksLikeBpmn(task('')), editing.looksLikeBpmn('<p>definitions</p>')]).toEqual([
      true,
      false,
    ]);
  });
});

describe('a clip from a text', () => {
  const text = editing.clipToText(clip);
  it('is the clip', () => expect(editing.clipFromText(text)).toEqual(clip));
  it.each([
    ['no JSON', '{'],
    ['something else', '{"clip":2}'],
    ['entries without a type', text.replace('"type":"bpmn:Task"', '"type":5')],
    ['an entry twice', JSON.stringify({ ...clip, entries: [...clip.entries, clip.entries[0]] })],
    ['a root that is missing', JSON.stringify({ ...clip, roots: ['x'] })],
    ['a place that is no number', JSON.stringify({ ...clip, bounds: { ...clip.bounds, x: 'a' } })],
    [
      'a shape of nothing',
      JSON.stringify({ ...clip, entries: clip.entries.filter((e) => e.id !== ids.task), roots: [] }),
    ],
  ])('is nothing with %s', (_name, damaged) => expect(editing.clipFromText(damaged)).toBeNull());
});

describe('arranging a selection', () => {
  it('lays out what is selected and leaves the rest', async () => {
    const messy = done(editing.move(document, [ids.gateway], { x: -300, y: 260 })).document;
    const chosen = [ids.task, ids.gateway, ids.approval];
    const result = done(await editing.arrangeSelection(messy, chosen, layoutDocument));
    sound(result.document);
    const xs = chosen.map((id) => boundsOf(result.document, id)?.x ?? 0);
    expect(xs).toEqual(xs.toSorted((a, b) => a - b));
    for (const id of [ids.start, ids.end]) expect(boundsOf(result.document, id)).toEqual(boundsOf(messy, id));
    const flow = outgoing(result.document, ids.task)[0]?.id ?? '';
    expect(editing.isOrthogonal(waypointsOf(result.document, flow))).toBe(true);
    expect(boundsOf(result.document, ids.timer)?.y).toBe((boundsOf(result.document, ids.task)?.y ?? 0) + 62);
  });
  it('puts the names of flows and gateways beside their lines, where the layout found room', async () => {
    const yes = outgoing(document, ids.gateway)[0]?.id ?? '';
    const named = done(editing.setLabel(document, yes, 'more than 1,000')).document;
    const asked = done(editing.setLabel(named, ids.gateway, 'Large?')).document;
    const chosen = [ids.task, ids.gateway, ids.approval];
    const result = done(await editing.arrangeSelection(asked, chosen, layoutDocument)).document;
    sound(result);
    const [label, line] = [labelBoundsOf(result, yes), waypointsOf(result, yes)];
    expect((label?.y ?? 0) + (label?.height ?? 0)).toBeLessThanOrEqual(line[0]?.y ?? 0);
    expect((label?.x ?? 0) - (line[0]?.x ?? 0)).toBe(6);
    expect(labelBoundsOf(result, ids.gateway)).toBeDefined();
    expect(coveredLabels(result)).toEqual([]);
  });
  it('needs two steps', async () => {
    const result = await editing.arrangeSelection(document, [ids.task], layoutDocument);
    expect(editing.isRefused(result) && result.refused).toMatch(/two or more/);
  });
});
