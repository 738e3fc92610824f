/** Whether somebody may start a process. `reason` says why not and whom to ask, `brief` the same in few words. */
export type StartVerdict = { may: true } | { may: false; code: string; reason: string; brief: string };
