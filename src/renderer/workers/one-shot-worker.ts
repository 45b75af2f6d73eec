import { err, ok, type Result } from "#core/result.ts";

/** What a worker says that is started for one task and ended with it. */
export type OneShotReply<T> =
  /** It has got its task; loading it may have taken long on a busy machine. */
  | { readonly kind: "ready" }
  /** What it reads stands still from here on. */
  | { readonly kind: "begun" }
  | ({ readonly kind: "progress" } & TaskProgress)
  | { readonly kind: "done"; readonly value: T }
  | { readonly kind: "failed"; readonly message: string };

/** How far a task is: so many of so many steps. */
export interface TaskProgress {
  readonly done: number;
  readonly of: number;
}

/** How to follow a task, and how to stop it. */
export interface TaskWatch {
  readonly onBegun?: () => void;
  readonly onProgress?: (progress: TaskProgress) => void;
  readonly signal?: AbortSignal;
}

/** Why a task in a worker has no result; `message` is English, for the details. */
export type TaskFailure =
  | { readonly kind: "cancelled" }
  /** It was ended, because it had said nothing for too long. */
  | { readonly kind: "silent" }
  | { readonly kind: "worker-failed"; readonly message: string };

/** A task for a worker. */
export interface OneShotTask extends TaskWatch {
  readonly request: unknown;
  readonly transfer?: readonly Transferable[];
  /** After how long without a word the worker is ended, counted from when it has got its task, in ms; without it never. */
  readonly silence?: number;
}

/** Has a worker do its one task; whatever comes of it, the worker is ended. */
export function runOnce<T>(worker: Worker, task: OneShotTask): Promise<Result<T, TaskFailure>> {
  const { request, transfer = [], silence, signal, onBegun, onProgress } = task;
  if (signal?.aborted === true) {
    worker.terminate();
    return Promise.resolve(err({ kind: "cancelled" }));
  }
  let timer: ReturnType<typeof setTimeout> | undefined;
  let cancel = () => {};
  return new Promise<Result<T, TaskFailure>>((resolve) => {
    cancel = () => resolve(err({ kind: "cancelled" }));
    signal?.addEventListener("abort", cancel, { once: true });
    const heard = () => {
      clearTimeout(timer);
      if (silence !== undefined) timer = setTimeout(() => resolve(err({ kind: "silent" })), silence);
    };
    worker.onmessage = ({ data }: MessageEvent<OneShotReply<T>>) => {
      heard();
      if (data.kind === "begun") onBegun?.();
      else if (data.kind === "progress") onProgress?.(data);
      else if (data.kind === "done") resolve(ok(data.value));
      else if (data.kind === "failed") resolve(err({ kind: "worker-failed", message: data.message }));
    };
    worker.onerror = ({ message }) => resolve(err({ kind: "worker-failed", message }));
    worker.postMessage(request, [...transfer]);
  }).finally(() => {
    clearTimeout(timer);
    signal?.removeEventListener("abort", cancel);
    worker.terminate();
  });
}
