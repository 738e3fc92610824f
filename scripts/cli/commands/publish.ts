import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Api, apiOf, Refused } from '../api';
import { CliError, type Command, EXIT, type Surroundings } from '../command';
import { lintModel } from '../lint-model';
import { modelFiles, type ReadModel } from '../model-files';
import { options } from '../options';
import { type Pulled, readPulled, sha256, writePulled } from '../pulled';

export const publish: Command = {
  summary: 'Send models to the server and publish them',
  help: `countersign publish --note "what changed" [file or folder …]

Checks the models, replaces each draft on the server, and publishes it. A draft that somebody changed since it was
pulled is left alone. A file that was never pulled becomes a new process. Nothing is sent when a model has errors.`,
  async run(args, surroundings) {
    const { values, positionals } = options(args, { note: { type: 'string' } });
    const note = values.note?.trim();
    if (!note) throw new CliError('Say what changed: --note "…". The note is kept with the version.');
    const api = apiOf(surroundings);
    const linted = modelFiles(positionals, surroundings.cwd).map((file) => ({
      file,
      ...lintModel(file, surroundings),
    }));
    if (linted.some(({ errors }) => errors > 0)) {
      surroundings.error('Nothing was sent: mend the errors first.');
      return EXIT.problems;
    }
    let refused = 0;
    for (const { file, model } of linted) {
      if (!model) continue;
      const done = await publishOne(api, file, model, note, surroundings);
      if (!done) refused++;
    }
    return refused > 0 ? EXIT.problems : EXIT.done;
  },
};

async function publishOne(
  api: Api,
  file: string,
  model: ReadModel,
  note: string,
  { cwd, out, error }: Surroundings,
): Promise<boolean> {
  const shown = path.relative(cwd, file);
  const [folder, name] = [path.dirname(file), path.basename(file)];
  const pulled = readPulled(folder, api.url);
  try {
    const { processId, revision } = await saveDraft(api, pulled, name, model);
    // Kept at once: when publishing fails the draft on the server is this file all the same.
    pulled.models[name] = { processId, revision, sha256: sha256(readFileSync(file, 'utf8')) };
    writePulled(folder, pulled);
    const body = JSON.stringify({ note, expectedRevision: revision });
    const { version, requestId } = await api.json<{ version: number | null; requestId: string | null }>(
      `/processes/${encodeURIComponent(processId)}/publish`,
      {
        method: 'POST',
        body,
      },
    );
    out(
      version === null
        ? `${shown}: asked for approval (request ${requestId}); a second person publishes it`
        : `${shown}: version ${version}`,
    );
    return true;
  } catch (thrown) {
    if (!(thrown instanceof Refused)) throw thrown;
    error(`${shown}: ${thrown.message}${advice(thrown)}`);
    return false;
  }
}

async function saveDraft(api: Api, { models }: Pulled, name: string, { content, mediaType }: ReadModel) {
  const known = models[name];
  const request = { type: mediaType, body: content };
  if (!known) {
    const made = await api.json<{ processId: string; draftRevision: number }>('/processes', {
      method: 'POST',
      ...request,
    });
    return { processId: made.processId, revision: made.draftRevision };
  }
  const path = `/processes/${encodeURIComponent(known.processId)}/draft`;
  const saved = await api.json<{ draftRevision: number }>(path, {
    method: 'PUT',
    revision: known.revision,
    ...request,
  });
  return { processId: known.processId, revision: saved.draftRevision };
}

const advice = ({ problem }: Refused): string =>
  problem.code === 'stale-revision'
    ? ' Save your file elsewhere, pull with --force, and put your change in again.'
    : '';
