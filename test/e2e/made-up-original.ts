import { createHash } from "node:crypto";
import type { Page } from "playwright-core";
import enping from "#seeds/plans/enping-13.json" with { type: "json" };

/** The indicator and the column of the value whose place the made-up original has. */
export const MADE_UP_CELL = {
  indicator: "国家高新技术企业",
  column: "2020 目标表述",
  printed: "33 家",
} as const;

/** Text that would do something if it were taken for more than text. */
export const HOSTILE = `<script>document.title="ran"</script><img src="x" onerror="document.title='ran'"><a href="javascript:document.title='ran'">x</a> {{title}} $(date) ![图](https://example.org/a.png)`;

/** A text that has the printed value at the very place which the plan of Enping names, and hostile text before and behind it. */
export function madeUpOriginal(): string {
  const indicator = enping.indicators.find(({ name }) => name === MADE_UP_CELL.indicator);
  const target = indicator?.targets.find(({ year }) => year === 2020);
  const evidence = enping.statements.find(({ id }) => id === target?.statement)?.evidence;
  if (!evidence) throw new Error("Enping's plan names no place for the value");
  const opening = `𠮷县规划\n${HOSTILE}\n`;
  const filler = "全县科技创新能力显著增强。\n".repeat(400);
  const before = Array.from(opening + filler).slice(0, evidence.start - 4);
  return `${before.join("")}\n达到 ${MADE_UP_CELL.printed}，${HOSTILE}。\n`;
}

/** Makes the plan of Enping name a made-up text as its original, as if it had been drawn up from it. */
export async function nameMadeUpOriginal(page: Page, text: string): Promise<void> {
  const sha256 = createHash("sha256").update(text).digest("hex");
  await page.evaluate(async (hash) => {
    const done = <T>(request: IDBRequest) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result as T);
        request.onerror = () => reject(new Error(String(request.error)));
      });
    const db = await done<IDBDatabase>(indexedDB.open("wunian"));
    const plans = db.transaction("plans", "readwrite").objectStore("plans");
    const row = await done<{ documents: { sha256: string }[] }>(plans.get("enping-13"));
    for (const document of row.documents) document.sha256 = hash;
    await done(plans.put(row));
    db.close();
  }, sha256);
  await page.reload();
}
