import axe from "axe-core";
import type { Page } from "playwright-core";

declare global {
  /** What axe's source leaves on a page that it is evaluated in. */
  var axe: typeof import("axe-core");
}

/** What axe objects to, one line a node: the rule, the place, and how to mend it. */
export async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const found = await page.evaluate(() => globalThis.axe.run());
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")}: ${failureSummary ?? ""}`),
  );
}
