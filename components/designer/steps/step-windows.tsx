'use client';

import type { ElementId } from '@/lib/document';
import { useEditorStore } from '../store/context';
import type { StepKind } from './actions';
import { questionOf } from './choices';
import { ChooseDialog } from './choose-dialog';
import { ElementMenu } from './element-menu';
import { MoveDialog } from './move-dialog';
import { RenameDialog } from './rename-dialog';
import { ResizeDialog } from './resize-dialog';
import { RouteDialog } from './route-dialog';

/** A step that waits for its answer; `menu` asks which step. */
export interface OpenStep {
  kind: StepKind | 'menu';
  id: ElementId;
  /** Where the menu opens, in pixels of the window. */
  at: { x: number; y: number };
}

const FORMS = { label: RenameDialog, move: MoveDialog, resize: ResizeDialog, route: RouteDialog } as const;

export interface StepWindowsProps {
  step: OpenStep;
  onStep: (kind: StepKind, id: ElementId) => void;
  onClose: () => void;
}

/** The window of the step under way. Loaded when the first one is opened. */
export function StepWindows({ step, onStep, onClose }: StepWindowsProps) {
  const editor = useEditorStore();
  const { kind, id } = step;
  if (kind === 'menu')
    return <ElementMenu id={id} at={step.at} onClose={onClose} onChoose={(next) => onStep(next, id)} />;
  if (kind in FORMS) {
    const Form = FORMS[kind as keyof typeof FORMS];
    return <Form id={id} onClose={onClose} />;
  }
  const question = questionOf(editor.getState().history.present, id, kind);
  if (!question) return null;
  return (
    <ChooseDialog
      question={question}
      onClose={onClose}
      onChoose={(choice) => {
        onClose();
        editor.getState().apply(choice.apply());
      }}
    />
  );
}
