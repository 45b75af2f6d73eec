import { type ReactNode, useId } from "react";
import { useModal } from "./use-modal.ts";

interface DialogProps {
  readonly title: string;
  /** 720 px instead of 480. */
  readonly wide?: boolean;
  /** It is read rather than filled in, and may be long: then it takes the focus, to be scrolled by the arrow keys. */
  readonly reading?: boolean;
  readonly onClose: () => void;
  /** Buttons, the last one being the deed; none means Escape and the page's own close button. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A modal dialog: only for what cannot be undone or needs several inputs. Escape and a click outside close it. */
export function Dialog(props: DialogProps) {
  const { title, wide = false, reading = false, onClose, actions, children } = props;
  const dialog = useModal();
  const heading = useId();
  return (
    <dialog
      ref={dialog}
      className={wide ? "dialog wide" : "dialog"}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onPointerDown={(event) => {
        if (event.target === dialog.current) onClose();
      }}
    >
      <div className="dialog-frame">
        <h2 id={heading}>{title}</h2>
        <div className="dialog-body" {...(reading ? { tabIndex: 0 } : {})}>
          {children}
        </div>
        {actions === undefined ? null : <div className="dialog-actions">{actions}</div>}
      </div>
    </dialog>
  );
}
