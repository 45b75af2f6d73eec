import type { TFunction } from "i18next";
import type { ReadPlansError } from "../../data/backup/read-plans.ts";
import { machineErrorText } from "../../i18n/error-text.ts";

type Words = TFunction<["shell", "errors", "safety"]>;

/** Why no plans were read, as a sentence. */
export function readPlansErrorText(t: Words, error: ReadPlansError): string {
  switch (error.kind) {
    case "machine":
      return machineErrorText(t, error.code);
    case "unread":
      return t("safety:unread.unread", { name: error.name });
    case "task":
      return t(`safety:unread.${error.failure.kind}`, { name: error.name });
    case "file":
      return t(`safety:unread.${reasonOf(error.error.kind)}`, { name: error.name });
  }
}

type FileReason = Extract<ReadPlansError, { kind: "file" }>["error"]["kind"];

function reasonOf(kind: FileReason) {
  switch (kind) {
    case "newer-version":
      return "newer";
    case "not-an-archive":
    case "unsupported-archive":
    case "unknown-entry":
    case "no-plan":
      return "other";
    case "too-large":
    case "too-many-entries":
    case "unpacks-too-large":
      return "tooLarge";
    case "repeated-entry":
    case "missing-entry":
    case "damaged-entry":
    case "unreadable-entry":
    case "broken-plan":
    case "misnamed-plan":
    case "broken-book":
      return "damaged";
  }
}
