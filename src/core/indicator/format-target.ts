import type { Target } from "./target.ts";

/** The official wording of a target: 达到2.5%, 保底100家，力争130家, 2—3家. */
export function formatTarget(target: Target): string {
  return target.form;
}
