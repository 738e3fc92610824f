import type { ApprovalView } from '@/lib/elements/approval/bpmn';
import { approvalBpmn } from '@/lib/elements/approval/bpmn';
import { FIRST_OUTCOMES } from '@/lib/elements/approval/seed';
import type { Broken, Fix, Fixer } from './fix';
import { patched } from './fix';

/** An approval without answers gets the usual two; to a single one the other is added. */
export const addOutcomes: Fixer = (broken) => {
  const { outcomes } = read(broken);
  if (broken.problem.field !== 'outcomes' || outcomes.length > 1) return [];
  const missing = FIRST_OUTCOMES.filter(({ tone, id }) =>
    outcomes.every((own) => own.id !== id && own.tone !== tone),
  );
  const added = missing.slice(0, outcomes.length === 0 ? 2 : 1);
  if (added.length === 0) return [];
  const names = added.map(({ label }) => `“${label}”`).join(' and ');
  return [write(broken, `Add ${names}`, { outcomes: [...outcomes, ...added] })];
};

/** A suggestion that nobody makes is not shown. */
export const noSuggestion: Fixer = (broken) => [write(broken, 'Show no suggestion', { aiSource: '' })];

const read = ({ document, element }: Broken): ApprovalView => approvalBpmn.read(document, element.id);

function write(broken: Broken, label: string, part: Partial<ApprovalView>): Fix {
  const { document, element } = broken;
  const patch = approvalBpmn.write({ ...read(broken), ...part }, document, element.id);
  return patched(document, element.id, label, patch);
}
