import type { WhatIfMethod } from "#core/scenario/what-if.ts";

const COLOURS: Readonly<Record<WhatIfMethod, string>> = {
  growth: "var(--c3)",
  "to-target-linear": "var(--c1)",
  "to-target-geometric": "var(--c2)",
};

const WIDTH = 30;
const HEIGHT = 14;

/** The line and point of a projection method as the chart draws them. */
export function LineKey({ method }: { readonly method: WhatIfMethod }) {
  const paint = { stroke: COLOURS[method], fill: "var(--surface)", strokeWidth: 1.75 };
  return (
    <svg width={WIDTH} height={HEIGHT} aria-hidden="true">
      <path d="M1 7h28" stroke={COLOURS[method]} strokeWidth="2" strokeDasharray="6 4" />
      {method === "growth" ? <path d="M15 2l4.4 8h-8.8z" {...paint} /> : null}
      {method === "to-target-linear" ? <circle cx="15" cy="7" r="3.2" {...paint} /> : null}
      {method === "to-target-geometric" ? <rect x="12" y="4" width="6" height="6" {...paint} /> : null}
    </svg>
  );
}

/** What stands in the chart beside the projections. */
export type MarkerKind = "history" | "provisional" | "projected" | "milestone" | "target" | "range";

/** A mark of the chart for its legend. */
export function MarkerKey({ kind }: { readonly kind: MarkerKind }) {
  const ink = { stroke: "var(--text-1)", fill: "var(--text-1)", strokeWidth: 2 };
  return (
    <svg width={WIDTH} height={HEIGHT} aria-hidden="true">
      {kind === "history" ? (
        <>
          <path d="M1 7h28" {...ink} />
          <circle cx="15" cy="7" r="3" {...ink} strokeWidth="0" />
        </>
      ) : null}
      {kind === "provisional" ? (
        <>
          <path d="M1 7h28" stroke="var(--text-3)" strokeWidth="1.5" strokeDasharray="1.5 3" />
          <circle cx="15" cy="7" r="3.2" fill="var(--surface)" stroke="var(--text-1)" strokeWidth="1.75" />
        </>
      ) : null}
      {kind === "projected" ? (
        <rect y="1" width={WIDTH} height="12" fill="var(--projected)" stroke="var(--line-strong)" />
      ) : null}
      {kind === "milestone" ? (
        <path d="M15 1l6 6-6 6-6-6z" fill="var(--surface)" stroke="var(--text-1)" strokeWidth="1.75" />
      ) : null}
      {kind === "target" ? <path d="M15 2l5 5-5 5-5-5z" {...ink} strokeWidth="0" /> : null}
      {kind === "range" ? (
        <>
          <path d="M15 13V5M10 13h10" {...ink} />
          <path d="M15 0l4.5 4.5L15 9l-4.5-4.5z" {...ink} strokeWidth="0" />
        </>
      ) : null}
    </svg>
  );
}
