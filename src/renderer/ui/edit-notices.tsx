import { useTranslation } from "react-i18next";
import { useStore } from "zustand";
import type { StoreApi } from "zustand/vanilla";
import { Notice } from "./notice.tsx";
import { TaskNotice } from "./task-notice.tsx";

/** An edit of many cells on its way. */
interface LongEdit {
  readonly progress: { readonly done: number; readonly of: number };
  readonly stop: () => void;
}

interface EditNoticesProps {
  /** Why an edit could not be stored. */
  readonly failure: string | null;
  readonly dismiss: () => void;
  readonly reckoning: { readonly running: StoreApi<LongEdit | null> };
}

/** What a planner must know of edits under way: how far a long one is, with a way to give it up, and why one failed. */
export function EditNotices({ failure, dismiss, reckoning }: EditNoticesProps) {
  const { t } = useTranslation("shell");
  const running = useStore(reckoning.running);
  return (
    <>
      {running === null ? null : (
        <TaskNotice
          {...running}
          label={t("longEdit.running", { count: running.progress.of })}
          stopLabel={t("longEdit.stop")}
        />
      )}
      {failure === null ? null : (
        <Notice tone="error" title={failure} dismiss={{ label: t("dismiss"), onDismiss: dismiss }} />
      )}
    </>
  );
}
