import { about, alive, emit, type Run } from './run';
import type { IncidentCode, Phase } from './state';

/** Parks an activation; a retry runs `phase` again. */
export function park(run: Run, key: number, code: IncidentCode, message: string, phase: Phase): void {
  const incidentKey = run.state.nextKey;
  emit(run, 'incident.raised', about(run, alive(run, key)), { incidentKey, code, message, phase });
}

/** Resolves whatever is open on an activation. */
export function resolveIncidents(run: Run, key: number, reason: string): void {
  for (const incident of Object.values(run.state.incidents))
    if (incident.activationKey === key)
      emit(run, 'incident.resolved', about(run, alive(run, key)), { incidentKey: incident.key, reason });
}
