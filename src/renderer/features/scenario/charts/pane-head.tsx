import type { ReactNode } from "react";

interface PaneHeadProps {
  readonly title: string;
  readonly unit: string;
  readonly children?: ReactNode;
}

/** Title and unit of what is on show, and what can be chosen about it. */
export function PaneHead({ title, unit, children }: PaneHeadProps) {
  return (
    <div className="pane-head">
      <b title={title}>{title}</b>
      <span className="muted">{unit}</span>
      <span className="spacer" />
      {children}
    </div>
  );
}
