'use client';

import { useContent } from '@/components/designer/store/content';
import { Checkbox } from '@/components/ui/checkbox';
import { Select } from '@/components/ui/select';
import { Switch } from '@/components/ui/switch';
import { type ElementId, nameOf, type ProcessDocument } from '@/lib/document';
import { type ApprovalView, approvalBpmn } from '@/lib/elements/approval/bpmn';
import { kindOf } from '@/lib/elements/catalogue';
import { userTaskBpmn } from '@/lib/elements/user-task/bpmn';
import { FeelField } from '../fields/feel-field';
import { DraftText } from '../fields/text';
import { SignatureSection } from '../late-parts';
import { Section } from '../section';
import { type ElementView, useElement } from '../use-element';
import { summary } from './approval-summary';
import { AssignmentSection } from './assignment';
import { FormBuilder } from './form-builder';
import { otherwiseOf } from './otherwise';
import { Outcomes } from './outcomes';
import { PromptField } from './prompt-field';
import { QuorumFields } from './quorum';

/** Who decides, what is shown, which outcomes there are, and who may not. */
export function ApprovalSection({ id }: { id: ElementId }) {
  const element = useElement(id, approvalBpmn);
  const document = useContent();
  const { view, set } = element;
  return (
    <>
      <p className="rounded-sm bg-sunken px-3 py-2 text-sm" data-testid="approval-summary">
        {summary(view, { name: (other) => titleOf(document, other), otherwise: otherwiseOf(document, id) })}
      </p>
      <Section title="Decision" number={1} level={3}>
        <div className="flex flex-col gap-2">
          <PromptField
            element={id}
            label="What is decided"
            field="sentence"
            rows={2}
            value={view.sentence}
            onCommit={(sentence) => set({ sentence }, 'sentence')}
          />
          <Outcomes outcomes={view.outcomes} onChange={(outcomes) => set({ outcomes }, 'outcomes')} />
          <DraftText
            label="Result variable"
            mono
            field="resultVariable"
            value={view.resultVariable}
            onCommit={(resultVariable) => set({ resultVariable }, 'resultVariable')}
          />
        </div>
      </Section>
      <AssignmentSection id={id} number={2} view={view} set={(change, field) => element.set(change, field)} />
      <Section title="How many" number={3} level={3}>
        <QuorumFields {...element} />
      </Section>
      <Section title="Four eyes" number={4} level={3}>
        <FourEyes id={id} {...element} />
      </Section>
      <SignatureSection id={id} />
      <Section title="When" number={6} level={3}>
        <div className="flex flex-col gap-2">
          <FeelField
            label="Only required if"
            mode="expression"
            element={id}
            field="requiredIf"
            value={view.requiredIf}
            placeholder="always"
            hint="Otherwise the step is passed, and recorded so."
            onCommit={(requiredIf) => set({ requiredIf }, 'requiredIf')}
          />
          <Select
            label="Show the suggestion of"
            placeholder="no AI call"
            options={others(document, id, 'ai-call')}
            value={view.aiSource}
            onChange={(e) => set({ aiSource: e.target.value })}
          />
        </div>
      </Section>
      <Section title="Form" number={7} level={3}>
        <FormBuilder
          value={view.form}
          decisions={view.outcomes.map(({ label }) => label)}
          onCommit={(json) => set({ form: { ...view.form, json } }, 'form')}
        />
      </Section>
    </>
  );
}

/** A user task: who does it, by when, with which form. */
export function UserTaskSection({ id }: { id: ElementId }) {
  const { view, set } = useElement(id, userTaskBpmn);
  return (
    <>
      <AssignmentSection id={id} number={1} view={view} set={set} />
      <Section title="Form" number={2} level={3}>
        <FormBuilder value={view.form} onCommit={(json) => set({ form: { ...view.form, json } }, 'form')} />
      </Section>
    </>
  );
}

function FourEyes({ id, view, set }: ElementView<ApprovalView> & { id: ElementId }) {
  const document = useContent();
  const people = [...others(document, id, 'user-task'), ...others(document, id, 'approval')];
  return (
    <div className="flex flex-col gap-1" data-field="notDoneBy">
      <Switch
        label="Not the person who started it"
        checked={view.notInitiator}
        onCheckedChange={(notInitiator) => set({ notInitiator })}
      />
      {people.map(({ value, label }) => (
        <Checkbox
          key={value}
          label={`Not who did “${label}”`}
          checked={view.notDoneBy.includes(value)}
          onChange={(e) =>
            set({
              notDoneBy: e.target.checked
                ? [...view.notDoneBy, value]
                : view.notDoneBy.filter((each) => each !== value),
            })
          }
        />
      ))}
    </div>
  );
}

const titleOf = (document: ProcessDocument, id: ElementId): string => nameOf(document.elements[id]) || id;

/** Other elements of a kind, to choose from. */
const others = (document: ProcessDocument, id: ElementId, kind: string) =>
  Object.values(document.elements)
    .filter(
      (element) =>
        element.id !== id &&
        /^bpmn:(Service|User)Task$/.test(element.type) &&
        kindOf(document, element.id) === kind,
    )
    .map((element) => ({ value: element.id, label: titleOf(document, element.id) }));
