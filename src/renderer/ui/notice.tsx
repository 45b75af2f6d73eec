import { type FocusEvent, type ReactNode, useRef } from "react";
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
  const { note, giveBack } = useFocusBefore();
  const away = () => {
    giveBack();
    dismiss?.onDismiss();
  };
  return (
    <div className={`notice ${tone}`} role={tone === "error" ? "alert" : "status"} onFocus={note}>
      <Icon name={ICONS[tone]} />
      <div className="notice-text">
        <strong>{title}</strong>
        {detail === undefined ? null : <div>{detail}</div>}
      </div>
      {actions === undefined ? null : <div className="actions">{actions}</div>}
      {dismiss === undefined ? null : (
        <Button variant="quiet" icon="close" aria-label={dismiss.label} onClick={away} />
      )}
    </div>
  );
}

/** Where the focus was before it came here, so that it is not lost with what goes away. */
function useFocusBefore() {
  const before = useRef<EventTarget | null>(null);
  return {
    note: ({ currentTarget, relatedTarget }: FocusEvent) => {
      const within = relatedTarget instanceof Node && currentTarget.contains(relatedTarget);
      if (!within) before.current = relatedTarget;
    },
    giveBack: () => {
      if (before.current instanceof HTMLElement) before.current.focus({ preventScroll: true });
    },
  };
}
