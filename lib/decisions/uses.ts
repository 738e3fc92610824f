import 'server-only';
import { db } from '@/lib/db/client';
import { nameOf, type ProcessDocument, processOf } from '@/lib/document';
import { businessRuleTaskBpmn } from '@/lib/elements/business-rule-task/bpmn';
import { callsDecision } from '@/lib/elements/business-rule-task/calls-decision';
import { asDocument } from '@/lib/processes/store-model';

/** A step that asks a decision. */
export interface DecisionUse {
  processId: string;
  processName: string;
  /** The newest version of the process; null for a draft that was never published. */
  processVersion: number | null;
  elementId: string;
  elementName: string;
  /** Which version of the decision it asks. */
  binding: 'latest' | 'deployment' | 'version' | 'tag';
  /** With the bindings `version` and `tag`: which. */
  bound: string;
}

interface Row {
  model_id: string;
  number: number | null;
  document: unknown;
}

/** Which steps ask which decision, by its id: in the newest version of every process, or in its draft before one. */
export async function usesOfDecisions(): Promise<Map<string, DecisionUse[]>> {
  // models may be large and most ask no decision: those are left in the database
  const rows = await db().$queryRaw<Row[]>`
    SELECT m.id AS model_id, v.number, coalesce(v.document, m.document) AS document
    FROM model m LEFT JOIN LATERAL (
      SELECT number, document FROM process_version WHERE model_id = m.id ORDER BY number DESC LIMIT 1
    ) v ON true
    WHERE jsonb_path_exists(coalesce(v.document, m.document), '$.elements.*.type ? (@ == "bpmn:BusinessRuleTask")')`;
  const processes = await db().process.findMany({
    where: { modelId: { in: rows.map((row) => row.model_id) }, retiredAt: null },
    select: { id: true, modelId: true, key: true, name: true },
  });
  const uses = new Map<string, DecisionUse[]>();
  for (const { model_id, number, document } of rows) {
    const own = processes.filter(({ modelId }) => modelId === model_id);
    for (const [decisionId, { processKey, ...use }] of usesIn(asDocument(document as never))) {
      const process = own.find(({ key }) => key === processKey);
      if (!process) continue;
      const { id: processId, name: processName } = process;
      const known = uses.get(decisionId) ?? [];
      uses.set(decisionId, [...known, { ...use, processId, processName, processVersion: number }]);
    }
  }
  return uses;
}

type Found = Pick<DecisionUse, 'elementId' | 'elementName' | 'binding' | 'bound'> & { processKey: string };

function usesIn(document: ProcessDocument): [decisionId: string, Found][] {
  return Object.values(document.elements).flatMap((element): [string, Found][] => {
    if (!callsDecision(element)) return [];
    const { decisionId, binding, version } = businessRuleTaskBpmn.read(document, element.id);
    const elementName = nameOf(element) || element.id;
    const processKey = processOf(document, element.id)?.id ?? '';
    return [[decisionId.trim(), { elementId: element.id, elementName, binding, bound: version, processKey }]];
  });
}
