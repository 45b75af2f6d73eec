import type { ReactNode } from "react";

/** What stands where there is nothing yet: one sentence and at most two actions, at the top left. */
export function EmptyState({ text, actions }: { readonly text: string; readonly actions?: ReactNode }) {
  return (
    <div className="empty-state">
      <p>{text}</p>
      {actions === undefined ? null : <div className="actions">{actions}</div>}
    </div>
  );
}
