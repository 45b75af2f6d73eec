import "./task-notice.css";
import { Button } from "./button.tsx";

interface TaskNoticeProps {
  /** What is being done. */
  readonly label: string;
  readonly stopLabel: string;
  /** How many of how many steps are done; `null` until that is known. */
  readonly progress: { readonly done: number; readonly of: number } | null;
  readonly stop: () => void;
}

/** A task that lasts: what it is, how far, and a way to stop it. One that ends at once is not shown. */
export function TaskNotice({ label, stopLabel, progress, stop }: TaskNoticeProps) {
  return (
    <div className="task-notice" role="status">
      <span>{label}</span>
      <progress
        aria-label={label}
        {...(progress === null ? {} : { value: progress.done, max: progress.of })}
      />
      <Button onClick={stop}>{stopLabel}</Button>
    </div>
  );
}
