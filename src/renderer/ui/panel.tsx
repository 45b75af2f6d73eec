import type { ReactNode } from "react";
import { Button } from "./button.tsx";

interface PanelProps {
  /** Name for screen readers. */
  readonly label: string;
  readonly title: ReactNode;
  /** Width in px; 288 unless the panel carries a chart. */
  readonly width?: number;
  readonly close?: { readonly label: string; readonly onClose: () => void };
  readonly children: ReactNode;
}

/** The panel at the right of a room: a header and sections split by hairlines. */
export function Panel({ label, title, width, close, children }: PanelProps) {
  return (
    <section
      className="panel"
      aria-label={label}
      data-region
      tabIndex={-1}
      style={width === undefined ? undefined : { width }}
    >
      <header>
        <h2>{title}</h2>
        {close === undefined ? null : (
          <Button variant="quiet" icon="close" aria-label={close.label} onClick={close.onClose} />
        )}
      </header>
      {/* A long panel scrolls by the arrow keys, also where nothing in it takes the focus. */}
      <div className="panel-body" tabIndex={0}>
        {children}
      </div>
    </section>
  );
}

/** One section of a panel; the title is small and quiet. */
export function PanelSection({ title, children }: { readonly title?: string; readonly children: ReactNode }) {
  return (
    <div className="panel-section">
      {title === undefined ? null : <h3>{title}</h3>}
      {children}
    </div>
  );
}
