import type { Page } from "playwright-core";
import type { IndicatorRoom } from "../e2e/rooms/indicator-room.ts";

/** One edit by real keys; the page itself takes the time, from the key to the later of paint and commit. */
export async function editOnce(page: Page, room: IndicatorRoom, text: string): Promise<number> {
  await room.choose("国家高新技术企业", "2025 目标表述");
  const cell = await (await room.cell("国家高新技术企业", "2025 目标表述")).elementHandle();
  await page.keyboard.type(text);
  const before = await journalSize(page);
  const measured = cell.evaluate(
    (element, { wanted, size }) =>
      new Promise<number>((resolve) => {
        addEventListener(
          "keydown",
          () => {
            const from = performance.now();
            void Promise.all([painted(), stored()]).then((times) => resolve(Math.max(...times) - from));
          },
          { once: true, capture: true },
        );
        const painted = () =>
          new Promise<number>((done) => {
            const look = () => {
              if (element.textContent.includes(wanted)) done(performance.now());
              else requestAnimationFrame(look);
            };
            requestAnimationFrame(look);
          });
        const stored = () =>
          new Promise<number>((done, fail) => {
            const request = indexedDB.open("wunian");
            request.onerror = () => fail(new Error("no database"));
            request.onsuccess = () => {
              const look = () => {
                const count = request.result.transaction("journal").objectStore("journal").count();
                count.onsuccess = () => {
                  if (count.result > size) {
                    done(performance.now());
                    request.result.close();
                    // Without a pause the readers would keep the writer waiting.
                  } else setTimeout(look, 1);
                };
              };
              look();
            };
          });
      }),
    { wanted: text, size: before },
  );
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  await page.keyboard.press("Enter");
  return measured;
}

function journalSize(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const request = indexedDB.open("wunian");
        request.onerror = () => reject(new Error("no database"));
        request.onsuccess = () => {
          const count = request.result.transaction("journal").objectStore("journal").count();
          count.onsuccess = () => {
            resolve(count.result);
            request.result.close();
          };
        };
      }),
  );
}
