import { useTranslation } from "react-i18next";
import { Button } from "../../ui/button.tsx";
import type { RunningTask } from "./use-task.ts";

/** A task that lasts: what it is, how far, and a way to stop it. One that ends at once is not shown. */
export function TaskNotice({ task }: { readonly task: RunningTask }) {
  const { t } = useTranslation("safety");
  const { kind, progress, stop } = task;
  return (
    <div className="task-notice" role="status">
      <span>{t(`task.${kind}`)}</span>
      <progress
        aria-label={t(`task.${kind}`)}
        {...(progress === null ? {} : { value: progress.done, max: progress.of })}
      />
      <Button onClick={stop}>{t("task.stop")}</Button>
    </div>
  );
}
