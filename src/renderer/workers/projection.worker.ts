import type { ProjectionRequest } from "./projection-messages.ts";
import { ProjectionJobs } from "./projection-jobs.ts";

declare const self: DedicatedWorkerGlobalScope;

/** Those who wait for messages to be let in; a channel does that at once, where timers would wait. */
const waiting: (() => void)[] = [];
const channel = new MessageChannel();
channel.port1.onmessage = () => waiting.shift()?.();

const jobs = new ProjectionJobs({
  post: (reply, transfer) => self.postMessage(reply, transfer),
  pause: () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      channel.port2.postMessage(null);
    }),
  now: () => performance.now(),
});

self.onmessage = (event: MessageEvent<ProjectionRequest>) => {
  void jobs.take(event.data);
};
