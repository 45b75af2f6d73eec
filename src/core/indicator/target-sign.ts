import type { Target } from "./target.ts";

/** The comparison sign that a target's form prints as in a chart: ≥, >, ≤, <, ≈. */
export function targetSign(target: Target): string {
  switch (target.form) {
    case "exceed":
      return ">";
    case "atMost":
      return "≤";
    case "below":
      return "<";
    case "about":
      return "≈";
    default:
      return "≥";
  }
}
