'use client';

import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { type ElementId, labelBoundsOf, type Point, waypointsOf } from '@/lib/document';
import { labelOf, moveLabel, resetRoute, setWaypoints } from '@/lib/editing';
import { useEditorStore } from '../store/context';
import { FormDialog } from './form-dialog';
import { NumberField } from './number-field';

/** The bends of a flow as a list of points, and the place of its label: what dragging them does, by numbers. */
export function RouteDialog({ id, onClose }: { id: ElementId; onClose: () => void }) {
  const editor = useEditorStore();
  const [rows, setRows] = useState(() => keyed(waypointsOf(editor.getState().history.present, id)));
  const before = labelPlaceOf(editor.getState().history.present, id);
  const [label, setLabel] = useState(before);

  const change = (key: number, point: Partial<Point>) =>
    setRows(rows.map((row) => (row.key === key ? { ...row, ...point } : row)));
  const addAfter = (index: number) => {
    const [a, b] = [rows[index], rows[index + 1]];
    if (!a || !b) return;
    const between = {
      key: Math.max(...rows.map((row) => row.key)) + 1,
      x: (a.x + b.x) / 2,
      y: (a.y + b.y) / 2,
    };
    setRows([...rows.slice(0, index + 1), between, ...rows.slice(index + 1)]);
  };
  const submit = () => {
    const points = rows.map(({ x, y }) => ({ x, y }));
    const { apply } = editor.getState();
    if (points.every(({ x, y }) => Number.isFinite(x + y)))
      apply(setWaypoints(editor.getState().history.present, id, points));
    if (label && before && (label.x !== before.x || label.y !== before.y))
      apply(moveLabel(editor.getState().history.present, id, label, before));
    onClose();
  };
  const reset = () => {
    editor.getState().apply(resetRoute(editor.getState().history.present, id));
    onClose();
  };
  return (
    <FormDialog
      title="Way-points"
      description="From where the line leaves to where it arrives."
      action="Apply"
      onSubmit={submit}
      onClose={onClose}
      more={
        <Button className="mr-auto" onClick={reset}>
          Reset the route
        </Button>
      }
    >
      <ol className="flex flex-col gap-2" aria-label="Way-points">
        {rows.map(({ key, x, y }, index) => (
          <li key={key} className="flex items-end gap-2">
            <span className="w-5 pb-1.5 text-right text-xs text-muted">{index + 1}</span>
            <NumberField
              label={`Point ${index + 1}, x`}
              value={x}
              onChange={(next) => change(key, { x: next })}
            />
            <NumberField
              label={`Point ${index + 1}, y`}
              value={y}
              onChange={(next) => change(key, { y: next })}
            />
            <IconButton
              label={`Add a point after point ${index + 1}`}
              icon={<Plus size={15} />}
              disabled={index === rows.length - 1}
              onClick={() => addAfter(index)}
            />
            <IconButton
              label={`Remove point ${index + 1}`}
              icon={<Trash2 size={15} />}
              disabled={index === 0 || index === rows.length - 1}
              onClick={() => setRows(rows.filter((row) => row.key !== key))}
            />
          </li>
        ))}
      </ol>
      {label && (
        <fieldset className="mt-4 grid grid-cols-2 gap-2">
          <legend className="mb-1 text-xs font-medium">Label</legend>
          <NumberField label="Label, x" value={label.x} onChange={(x) => setLabel({ ...label, x })} />
          <NumberField label="Label, y" value={label.y} onChange={(y) => setLabel({ ...label, y })} />
        </fieldset>
      )}
    </FormDialog>
  );
}

const keyed = (points: readonly Point[]) => points.map((point, key) => ({ key, ...point }));

/** Where the label stands, or would stand: beside the middle of the line. */
function labelPlaceOf(document: Parameters<typeof labelOf>[0], id: ElementId) {
  if (!labelOf(document, id)) return undefined;
  const bounds = labelBoundsOf(document, id);
  const points = waypointsOf(document, id);
  const middle = points[Math.floor(points.length / 2)] ?? { x: 0, y: 0 };
  return bounds ?? { x: Math.round(middle.x), y: Math.round(middle.y), width: 80, height: 20 };
}
