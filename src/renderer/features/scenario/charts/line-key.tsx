import type { LineStyle } from "#core/report/projection-chart.ts";

const COLOURS: Readonly<Record<LineStyle, string>> = {
  1: "var(--c1)",
  2: "var(--c2)",
  3: "var(--c3)",
  4: "var(--c4)",
};

/** The line and point of a scenario as the chart draws them; `null` is what is known. */
export function LineKey({ style }: { readonly style: LineStyle | null }) {
  const colour = style === null ? "var(--text-1)" : COLOURS[style];
  const paint = { stroke: colour, fill: style === null ? colour : "var(--surface)", strokeWidth: 1.75 };
  return (
    <svg className="line-key" width="26" height="14" aria-hidden="true">
      <path
        d="M1 7h24"
        stroke={colour}
        strokeWidth="2"
        strokeDasharray={style === null ? undefined : "6 4"}
      />
      {style === null || style === 1 ? <circle cx="13" cy="7" r="3.2" {...paint} /> : null}
      {style === 2 ? <rect x="10" y="4" width="6" height="6" {...paint} /> : null}
      {style === 3 ? <path d="M13 2l4.4 8h-8.8z" {...paint} /> : null}
      {style === 4 ? <path d="M13 11l4.4-8h-8.8z" {...paint} /> : null}
    </svg>
  );
}
