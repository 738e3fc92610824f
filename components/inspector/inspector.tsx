'use client';

import { X } from 'lucide-react';
import {
  type ComponentType,
  type CSSProperties,
  type KeyboardEvent,
  memo,
  useDeferredValue,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { Sparkle } from '@/components/bpmn/sparkle';
import { focusCanvas } from '@/components/designer/focus-canvas';
import { ContentContext, useContent } from '@/components/designer/store/content';
import { useEditor } from '@/components/designer/store/context';
import { CopyButton } from '@/components/ui/copy-button';
import { cx } from '@/components/ui/cx';
import { IconButton } from '@/components/ui/icon-button';
import { usePreload } from '@/components/ui/later';
import type { Problem } from '@/engine/compile/problem';
import { type ElementId, get, processes } from '@/lib/document';
import { labelOf } from '@/lib/editing';
import { MAPPED, REPEATED } from '@/lib/elements/activity-kinds';
import { kindOf, kindSpecOf } from '@/lib/elements/catalogue';
import type { ElementKind } from '@/lib/elements/kinds';
import { FoldContext, useFolds } from './folds';
import { AdHocSection } from './kinds/ad-hoc';
import { AiCallSection } from './kinds/ai-call';
import { ApprovalSection, UserTaskSection } from './kinds/approval';
import { CallSection } from './kinds/call';
import { CompensationSection } from './kinds/compensation';
import { DecisionSection } from './kinds/decision';
import { DocumentationSection } from './kinds/documentation';
import { BoundarySection, EventSection, StartSection } from './kinds/event';
import { FlowSection, GatewaySection } from './kinds/flow';
import { ForeignSection } from './kinds/foreign';
import { ComplexSection, EventGatewaySection } from './kinds/gateway';
import { MappingSection, NameField } from './kinds/general';
import { LoopSection } from './kinds/loop';
import { MessageTaskSection } from './kinds/message';
import { NotExecutable, NoteSection, PoolSection, ProcessSection } from './kinds/other';
import { HttpSection, ScriptSection, ServiceSection } from './kinds/service';
import { ElementProblems, INSPECTOR_PARTS, OwnershipSection } from './late-parts';
import { ManyPanel } from './many/many-panel';
import { PanelEdge } from './panel-edge';
import { keepWidth, keptWidth } from './panel-width';
import { unfoldAround } from './section';

const SECTIONS: Partial<Record<ElementKind, ComponentType<{ id: ElementId }>>> = {
  'ai-call': AiCallSection,
  approval: ApprovalSection,
  'user-task': UserTaskSection,
  'http-call': HttpSection,
  'service-task': ServiceSection,
  'script-task': ScriptSection,
  'business-rule-task': DecisionSection,
  'sequence-flow': FlowSection,
  'exclusive-gateway': GatewaySection,
  'inclusive-gateway': GatewaySection,
  'complex-gateway': ComplexSection,
  'event-based-gateway': EventGatewaySection,
  'catch-event': EventSection,
  'throw-event': EventSection,
  'boundary-event': BoundarySection,
  'end-event': EventSection,
  'start-event': StartSection,
  'send-task': MessageTaskSection,
  'receive-task': MessageTaskSection,
  'call-activity': CallSection,
  'ad-hoc-sub-process': AdHocSection,
  pool: PoolSection,
  process: ProcessSection,
  annotation: NoteSection,
};

export interface InspectorProps {
  /** What is wrong with an element. */
  problemsOf?: (id: ElementId) => readonly Problem[];
  onClose: () => void;
}

/** The properties of what is selected; of the process when nothing is. */
export function Inspector({ problemsOf, onClose }: InspectorProps) {
  const { selection, content } = useShown();
  const id = selection.length === 0 ? processes(content)[0]?.id : selection[0];
  const known = id !== undefined && get(content, id) !== undefined;
  const panel = useRef<HTMLElement>(null);
  const [width, setWidth] = useState(keptWidth);
  useFieldFocus(panel);
  usePreload(INSPECTOR_PARTS);
  /** Leaving a field commits it, so that Escape loses nothing. */
  const keys = (event: KeyboardEvent<HTMLElement>) => {
    // What a list or a window in here did with it is done; windows are drawn elsewhere and bubble here all the same.
    const own = event.currentTarget.contains(event.target as Node);
    if (event.key !== 'Escape' || event.defaultPrevented || !own) return;
    event.preventDefault();
    focusCanvas(event.currentTarget);
  };
  return (
    <aside
      ref={panel}
      onKeyDown={keys}
      aria-label="Properties"
      data-testid="inspector"
      className="relative flex w-(--width) flex-none flex-col border-l border-line bg-paper max-desk:fixed max-desk:inset-0 max-desk:z-30 max-desk:w-auto"
      style={{ '--width': `${width}px` } as CSSProperties}
    >
      {selection.length > 1 ? (
        <ManyPanel ids={selection} problemsOf={problemsOf} onClose={onClose} />
      ) : (
        known && (
          <ContentContext.Provider value={content}>
            <ElementPanel key={id} id={id} problemsOf={problemsOf} onClose={onClose} />
          </ContentContext.Provider>
        )
      )}
      <PanelEdge width={width} onWidth={setWidth} onRest={keepWidth} />
    </aside>
  );
}

/**
 * What is selected and what the draft says. Who types the label of a new step sees that first, and its properties a
 * moment later.
 */
function useShown() {
  const selection = useEditor((state) => state.selection);
  const naming = useEditor((state) => state.naming !== null);
  const content = useContent();
  const now = useMemo(() => ({ selection, content }), [selection, content]);
  const soon = useDeferredValue(now);
  return naming ? soon : now;
}

interface ElementPanelProps extends InspectorProps {
  id: ElementId;
}

/** Drawn again only when what it shows is another: following each movement would cost as much as the drawing. */
const ElementPanel = memo(function ElementPanel({ id, problemsOf, onClose }: ElementPanelProps) {
  const document = useContent();
  const problems = problemsOf?.(id) ?? [];
  const spec = kindSpecOf(document, id);
  const kind = kindOf(document, id);
  const Own = SECTIONS[kind];
  const folds = useFolds(kind);
  const title = labelOf(document, id) || spec.label;
  return (
    <>
      <header className="flex items-start gap-2.5 border-b border-line px-4 pb-2.5 pt-3">
        {kind === 'ai-call' && <Sparkle size={17} className="mt-0.5" />}
        <div className="min-w-0 grow">
          <h2 className="truncate text-base/5 font-semibold tracking-[-.012em]">{title}</h2>
          <p className="mt-0.5 flex items-center gap-1.5 text-xs text-muted">
            <span className={cx('flex-none', kind === 'ai-call' && 'text-ai')}>{spec.label}</span>·
            <code className="truncate">{id}</code>
            <CopyButton text={id} label="Copy the id" />
            <span className="ml-auto flex-none">
              {problems.length === 0 ? 'no' : problems.length}{' '}
              {problems.length === 1 ? 'problem' : 'problems'}
            </span>
          </p>
        </div>
        <IconButton size="sm" label="Close the properties" icon={<X size={15} />} onClick={onClose} />
      </header>
      <div className="flex min-h-0 grow flex-col gap-4 overflow-y-auto px-4 pb-8 pt-3">
        {problems.length > 0 && <ElementProblems problems={problems} />}
        <FoldContext.Provider value={folds}>
          <NotExecutable id={id} />
          {kind !== 'annotation' && <NameField id={id} />}
          {Own && <Own id={id} />}
          {REPEATED.has(kind) && <LoopSection id={id} />}
          {REPEATED.has(kind) && <CompensationSection id={id} />}
          {MAPPED.has(kind) && <MappingSection id={id} />}
          <DocumentationSection id={id} />
          <OwnershipSection id={id} />
          <ForeignSection id={id} />
        </FoldContext.Provider>
      </div>
    </>
  );
});

/** Moves the focus to the field a problem names. */
function useFieldFocus(panel: React.RefObject<HTMLElement | null>) {
  const focus = useEditor((state) => state.focus);
  useEffect(() => {
    if (!focus) return;
    let frame = requestAnimationFrame(() => {
      const fields = [...(panel.current?.querySelectorAll<HTMLElement>('[data-field]') ?? [])];
      const wanted = focus.field ?? 'name';
      const place =
        fields.find((each) => each.dataset.field === wanted) ??
        fields.filter((each) => wanted.startsWith(each.dataset.field ?? '-')).at(-1) ??
        fields.find((each) => each.dataset.field?.startsWith(wanted));
      if (!place) return;
      unfoldAround(place);
      frame = requestAnimationFrame(() => {
        const control =
          place.querySelector<HTMLElement>('input, textarea, select') ??
          place.querySelector<HTMLElement>('button');
        control?.focus();
        control?.scrollIntoView({ block: 'center' });
      });
    });
    return () => cancelAnimationFrame(frame);
  }, [focus, panel]);
}
