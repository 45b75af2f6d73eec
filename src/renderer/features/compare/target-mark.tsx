/** The diamond of a target as the chart draws it; hollow for a milestone. */
export function TargetMark({ hollow }: { readonly hollow: boolean }) {
  return (
    <svg className="target-mark" width="9" height="9" viewBox="0 0 10 10" aria-hidden="true">
      <path
        d="M5 .8L9.2 5 5 9.2.8 5z"
        fill={hollow ? "var(--surface)" : "currentColor"}
        stroke="currentColor"
        strokeWidth="1.3"
      />
    </svg>
  );
}
