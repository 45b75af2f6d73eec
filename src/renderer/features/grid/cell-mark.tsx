import "./cell-marks.css";
import type { CellMarkKind } from "./printed-cell.ts";
import { MARK_DRAWINGS } from "./cell-marks.ts";

interface CellMarkProps {
  readonly kind: Exclude<CellMarkKind, "estimated">;
}

/** The mark of a cell beside the words that explain it. */
export function CellMark({ kind }: CellMarkProps) {
  return (
    <svg className={`value-mark ${kind}`} viewBox="0 0 16 16" width="10" height="10" aria-hidden="true">
      {MARK_DRAWINGS[kind].map((line) => (
        <path key={line} d={line} />
      ))}
    </svg>
  );
}
