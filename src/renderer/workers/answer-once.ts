import type { OneShotReply, TaskWatch } from "./one-shot-worker.ts";

/** What a worker that answers once needs of its scope. */
interface OneShotScope<Request> {
  onmessage: ((event: MessageEvent<Request>) => void) | null;
  postMessage: (reply: unknown, transfer: Transferable[]) => void;
}

/** Has a worker answer the one task that it is started for. */
export function answerOnce<Request, T>(
  scope: OneShotScope<Request>,
  work: (request: Request, watch: TaskWatch) => Promise<T>,
  transferOf: (value: T) => Transferable[] = () => [],
): void {
  const tell = (reply: OneShotReply<T>, transfer: Transferable[] = []) => scope.postMessage(reply, transfer);
  scope.onmessage = ({ data }) => {
    tell({ kind: "ready" });
    const watch: TaskWatch = {
      onBegun: () => tell({ kind: "begun" }),
      onProgress: (progress) => tell({ kind: "progress", ...progress }),
    };
    work(data, watch).then(
      (value) => tell({ kind: "done", value }, transferOf(value)),
      (cause: unknown) =>
        tell({
          kind: "failed",
          message: cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause),
        }),
    );
  };
}
