export type EndEventConfig =
  | { trigger: 'none' }
  | { trigger: 'terminate' }
  | { trigger: 'error'; errorCode: string; message: string };
