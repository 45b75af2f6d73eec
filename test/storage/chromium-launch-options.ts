import { findBrowser } from "../../src/main/chromium/find-browser.ts";
import { thisEnvironment } from "../../src/main/host/data-folder.ts";
import { noSandboxReason } from "../../src/main/chromium/sandbox.ts";

/**
 * How the storage tests start the browser that the program itself would start here. Without any browser there is nothing
 * to name: the storage tests then fail at their start, and the others run.
 */
export async function chromiumLaunchOptions(): Promise<{ executablePath?: string; args: string[] }> {
  const found = await findBrowser({ named: null, headless: true }, thisEnvironment());
  const args = (await noSandboxReason()) === null ? [] : ["--no-sandbox"];
  return found.ok ? { executablePath: found.value.path, args } : { args };
}
