import type { ReactNode } from "react";
import { Button } from "./button.tsx";
import { Icon, type IconName } from "./icon.tsx";

/** How grave a notice is; `done` reports something that worked. */
export type NoticeTone = "done" | "note" | "warn" | "error";

const ICONS: Readonly<Record<NoticeTone, IconName>> = {
  done: "check",
  note: "note",
  warn: "warn",
  error: "error",
};

interface NoticeProps {
  readonly tone: NoticeTone;
  /** What happened. */
  readonly title: string;
  /** What is safe, and what to do. */
  readonly detail?: ReactNode;
  /** Deeds that follow from it, such as 打开所在文件夹. */
  readonly actions?: ReactNode;
  readonly dismiss?: { readonly label: string; readonly onDismiss: () => void };
}

/** A message beside its cause: shape and word say how grave it is, an action offers the way on. */
export function Notice({ tone, title, detail, actions, dismiss }: NoticeProps) {
  return (
    <div className={`notice ${tone}`} role={tone === "error" ? "alert" : "status"}>
      <Icon name={ICONS[tone]} />
      <div className="notice-text">
        <strong>{title}</strong>
        {detail === undefined ? null : <div>{detail}</div>}
      </div>
      {actions === undefined ? null : <div className="actions">{actions}</div>}
      {dismiss === undefined ? null : (
        <Button variant="quiet" icon="close" aria-label={dismiss.label} onClick={dismiss.onDismiss} />
      )}
    </div>
  );
}
