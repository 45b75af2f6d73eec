import { recogniseDocument } from "#exchange/document/recognise-document.ts";
import { answerOnce } from "./answer-once.ts";
import type { DocumentReadRequest, ReadOutcomes } from "./file-reading-messages.ts";

declare const self: DedicatedWorkerGlobalScope;

answerOnce<DocumentReadRequest, ReadOutcomes["document"]>(self, ({ bytes, known }) =>
  recogniseDocument(bytes, new Set(known)),
);
