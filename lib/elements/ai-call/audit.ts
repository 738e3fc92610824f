import type { AuditDescriber } from '../audit-types';

export const aiAudit: AuditDescriber = (event, { elementName }) => {
  if (event.type === 'work.created') return { title: `AI asked: ${elementName}`, tone: 'ai' };
  if (event.type === 'work.failed') {
    const again = event.data.retryAt ? ' — asked again' : '';
    return {
      title: `AI call ${elementName} failed`,
      detail: `${event.data.error}${again}`,
      tone: 'negative',
    };
  }
  if (event.type !== 'work.completed') return undefined;
  return { title: `AI answered: ${elementName}`, ...detail(event.data.report), tone: 'ai' };
};

function detail(report: unknown): { detail?: string } {
  if (typeof report !== 'object' || report === null) return {};
  const { model, simulated, attempts } = report as Record<string, unknown>;
  const parts = [
    simulated === true ? 'Simulated' : undefined,
    typeof model === 'string' ? model : undefined,
    ...(Array.isArray(attempts) && attempts.length > 0 ? [insteadOf(attempts)] : []),
  ];
  const text = parts.filter(Boolean).join(' · ');
  return text ? { detail: text } : {};
}

/** Who was asked before: “in place of OpenAI (gpt-5), Mistral”. */
function insteadOf(attempts: readonly unknown[]): string {
  const names = attempts.map((attempt) => {
    const { provider, model } = attempt as Record<string, unknown>;
    return model ? `${provider} (${model})` : String(provider);
  });
  return `in place of ${names.join(', ')}`;
}
