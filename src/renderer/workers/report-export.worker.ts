import { writeWord } from "#exchange/word/write-word.ts";
import type { ReportExportReply, ReportExportRequest } from "./report-export-messages.ts";

declare const self: DedicatedWorkerGlobalScope;

self.onmessage = (event: MessageEvent<ReportExportRequest>) => {
  void answer(event.data).then((reply) => self.postMessage(reply, reply.ok ? [reply.bytes.buffer] : []));
};

async function answer({ report, pictures }: ReportExportRequest): Promise<ReportExportReply> {
  try {
    return { ok: true, bytes: await writeWord(report, { pictures }) };
  } catch (cause) {
    return { ok: false, message: cause instanceof Error ? cause.message : String(cause) };
  }
}
