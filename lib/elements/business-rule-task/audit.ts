import type { AuditDescriber } from '../audit-types';

/** What a decision said, by which version and which rules. */
export const decisionAudit: AuditDescriber = (event, { elementName }) => {
  switch (event.type) {
    case 'work.created':
      return { title: `${elementName}: a decision was asked`, tone: 'neutral' };
    case 'work.completed':
      return { title: `${elementName} decided`, ...detail(event.data.report), tone: 'positive' };
    case 'work.failed':
      return {
        title: `${elementName} could not decide`,
        detail: [event.data.error, asked(event.data.report)].filter(Boolean).join(' '),
        tone: 'negative',
      };
    default:
      return undefined;
  }
};

interface Report {
  decisionId?: unknown;
  version?: unknown;
  tables?: unknown;
}

function detail(report: unknown): { detail?: string } {
  if (typeof report !== 'object' || report === null) return {};
  const { decisionId, version, tables } = report as Report;
  const rules = Array.isArray(tables) ? tables.map(ruleText) : [];
  return { detail: [`“${decisionId}”, version ${version}`, ...rules].join('; ') };
}

/** Which version failed; nothing when none was found. */
function asked(report: unknown): string | undefined {
  if (typeof report !== 'object' || report === null) return undefined;
  const { decisionId, version } = report as Report;
  return version === undefined ? undefined : `Asked: “${decisionId}”, version ${version}.`;
}

function ruleText(table: { decision?: unknown; matched?: { rule?: unknown }[] }): string {
  const rules = (table.matched ?? []).map(({ rule }) => rule);
  if (rules.length === 0) return `no rule of ${table.decision}`;
  return `${rules.length === 1 ? 'rule' : 'rules'} ${rules.join(', ')} of ${table.decision}`;
}
