import type { Locator, Page } from "playwright-core";

/** What tells, after a start, that the database was built again. */
export const recoveryDialog = (page: Page): Locator => page.getByRole("dialog", { name: "规划数据已恢复" });

/** Closes that dialog, as read, where it shows; whether it did. */
export async function acknowledgeRecovery(page: Page): Promise<boolean> {
  const dialog = recoveryDialog(page);
  if (!(await dialog.isVisible())) return false;
  await dialog.getByRole("button", { name: "知道了" }).click();
  return true;
}
